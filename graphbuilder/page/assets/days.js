// Day numbers (days since 1970-01-01, proleptic Gregorian, any year) to dates and axis ticks. Dates of JavaScript are
// not used: they know neither BC nor years below 100, and shift days with the reader's time zone.

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Howard Hinnant's civil_from_days. */
const civil = (moment) => {
  const days = Math.floor(moment) + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
};

/** Howard Hinnant's days_from_civil. */
const dayNumber = (year, month = 1, day = 1) => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
};

const yearWords = (year) => (year > 0 ? String(year) : `${1 - year} BC`);

const dayWords = (moment) => {
  const { year, month, day } = civil(moment);
  return `${day} ${MONTHS[month - 1]} ${yearWords(year)}`;
};

const isoDay = (moment) => {
  const { year, month, day } = civil(moment);
  const pad = (number, width) => String(Math.abs(number)).padStart(width, "0");
  return `${year < 0 ? "-" : ""}${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

const parseDay = (text) => {
  const match = /^(-?\d{1,6})-(\d\d)-(\d\d)$/.exec(text ?? "");
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
};

const STEPS = [
  ["day", 1], ["day", 2], ["day", 7], ["day", 14], ["month", 1], ["month", 3], ["month", 6],
  ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50], ["year", 100], ["year", 250],
  ["year", 500], ["year", 1000], ["year", 5000], ["year", 10000], ["year", 100000],
];
const LENGTHS = { day: 1, month: 30.44, year: 365.2425 };

/** Ticks of an axis from one moment to another, at most `most` of them: [{ day, label, strong }]. */
const axisTicks = (from, to, most) => {
  const [unit, step] = STEPS.find(([unit, step]) => (to - from) / (LENGTHS[unit] * step) <= most) ?? STEPS.at(-1);
  const ticks = [];
  const start = civil(from);
  if (unit === "year") {
    for (let count = Math.floor(start.year / step) * step; dayNumber(count) <= to; count += step) {
      const year = count <= 0 && step > 1 ? count + 1 : count; // 60 BC, the year -59, rather than 61 BC
      ticks.push({ day: dayNumber(year), label: yearWords(year), strong: true });
    }
  } else if (unit === "month") {
    for (let index = start.year * 12 + Math.ceil((start.month - 1) / step) * step; ; index += step) {
      const year = Math.floor(index / 12);
      const month = index - year * 12;
      const day = dayNumber(year, month + 1);
      if (day > to) break;
      ticks.push({ day, label: month === 0 ? yearWords(year) : MONTHS[month], strong: month === 0 });
    }
  } else {
    for (let day = Math.ceil(from / step) * step; day <= to; day += step) {
      const date = civil(day);
      ticks.push({ day, label: `${date.day} ${MONTHS[date.month - 1]}`, strong: date.day <= step && date.month === 1 });
    }
    if (ticks.length) ticks[0].label += ` ${yearWords(civil(ticks[0].day).year)}`;
  }
  return ticks.filter((tick) => tick.day >= from && tick.day <= to);
};
