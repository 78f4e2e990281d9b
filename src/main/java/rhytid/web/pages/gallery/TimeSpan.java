package rhytid.web.pages.gallery;

import rhytid.web.pages.frame.Words;

/** Days as people count them: from three weeks on in weeks. */
final class TimeSpan {

    private static final int DAYS_OF_WEEK = 7;
    private static final int IN_WEEKS_FROM = 21;

    private TimeSpan() {}

    /** The message {@code key.days} or {@code key.weeks} in the form that goes with the number. */
    static String say(String key, long days, Words words) {
        return Math.abs(days) < IN_WEEKS_FROM
                ? words.count(key + ".days", days)
                : words.count(key + ".weeks", Math.round((double) days / DAYS_OF_WEEK));
    }
}
