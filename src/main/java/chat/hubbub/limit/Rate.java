package chat.hubbub.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * A maximum rate, written as {@code 10/s}, {@code 5/min burst 20} or {@code 0}.
 *
 * @param count the number in each period; 0 means no limit
 * @param period the period
 * @param burst the number at once after a pause
 */
record Rate(long count, Duration period, long burst) {

	/** No limit. */
	static final Rate UNLIMITED = new Rate(0, Duration.ofSeconds(1), 0);

	private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})/(s|min|h)(?: +burst +(\\d{1,9}))?");

	/**
	 * Parses a rate.
	 * @param text for example {@code 10/s burst 30}; without a burst, the burst is the
	 * number in a period
	 * @return the rate
	 * @throws IllegalArgumentException if it has another form
	 */
	public static Rate valueOf(String text) {
		if (text.strip().equals("0")) {
			return UNLIMITED;
		}
		Matcher rate = WRITTEN.matcher(text.strip());
		Assert.isTrue(rate.matches(), "A rate must be like 10/s, 5/min or 5/h, optionally followed by a burst,"
				+ " as in 10/s burst 30; 0 turns the limit off");
		long count = Long.parseLong(rate.group(1));
		long burst = (rate.group(3) != null) ? Long.parseLong(rate.group(3)) : count;
		Assert.isTrue(count == 0 || burst > 0, "A burst must be 1 or more");
		return new Rate(count, period(rate.group(2)), burst);
	}

	private static Duration period(String unit) {
		return switch (unit) {
			case "s" -> Duration.ofSeconds(1);
			case "min" -> Duration.ofMinutes(1);
			default -> Duration.ofHours(1);
		};
	}

	boolean isUnlimited() {
		return this.count == 0;
	}

	/**
	 * The time after which past events no longer count.
	 * @return the time from a full burst to the next one
	 */
	Duration memory() {
		return isUnlimited() ? Duration.ZERO : this.period.multipliedBy(this.burst).dividedBy(this.count);
	}

}
