/** Minutes since midnight by the device's clock, which stands where the activity is. */
export function minuteNow(now = new Date()): number {
  return now.getHours() * 60 + now.getMinutes();
}
