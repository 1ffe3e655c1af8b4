/**
 * A number as Excel's General format shows it in a column that has room for so many characters: as many digits as
 * fit, 11 characters at most, the exponent where the plain form would show nothing of it.
 */
export function generalText(value: number, room: number): string {
  const characters = Math.max(Math.min(room, 11), 1);
  const plain = String(value);
  if (plain.length <= characters && !plain.includes("e")) return plain;

  const whole = Math.trunc(Math.abs(value)).toString().length + (value < 0 ? 1 : 0);
  const decimals = Math.min(Math.max(characters - whole - 1, 0), 10);
  const isPlain = whole <= characters && Math.abs(value) >= 1e-4;
  return isPlain ? String(Number(value.toFixed(decimals))) : exponential(value, characters);
}

/** Such as 1.2E-07. */
function exponential(value: number, characters: number): string {
  for (let digits = 5; digits > 0; digits -= 1) {
    const text = written(value, digits);
    if (text.length <= characters) return text;
  }
  return written(value, 0);
}

function written(value: number, digits: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(digits).split("e");
  return `${Number(mantissa)}E${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}
