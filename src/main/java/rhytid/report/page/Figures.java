package rhytid.report.page;

import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as people read them: true minus signs, a sign on every change, units held to their numbers. */
public final class Figures {

    private static final String MINUS = "\u2212";
    private static final String NARROW_SPACE = "\u202f";
    private static final String UNKNOWN = "–";

    /** Between right-to-left words, signs and units would move to the other side of their number without these. */
    private static final String ISOLATE = "\u2066";

    private static final String END_OF_ISOLATE = "\u2069";

    private final Words words;

    public Figures(Words words) {
        this.words = words;
    }

    /** Without a sign where it is positive: 26.8 mm. */
    public String value(@Nullable Double number, String unit) {
        return number == null ? UNKNOWN : held(plain(number, decimals(unit)) + suffix(unit));
    }

    /** With its sign: +2.2 mm. */
    public String change(@Nullable Double number, String unit) {
        return number == null ? UNKNOWN : held(signed(number, decimals(unit)) + suffix(unit));
    }

    /** +1.7 to +2.7 mm. */
    public String interval(@Nullable Double low, @Nullable Double high, String unit) {
        if (low == null || high == null) {
            return UNKNOWN;
        }
        int decimals = decimals(unit);
        return words.say("figure.interval", held(signed(low, decimals)), held(signed(high, decimals) + suffix(unit)));
    }

    /** Without its unit: 26.8. */
    public String number(@Nullable Double number, String unit) {
        return number == null ? UNKNOWN : held(plain(number, decimals(unit)));
    }

    /** With its sign, without its unit: +2.2. */
    public String signedNumber(double number, String unit) {
        return held(signed(number, decimals(unit)));
    }

    /** 31 to 48 %, without signs where positive. */
    public String range(double low, double high, String unit) {
        int decimals = decimals(unit);
        return words.say("figure.interval", held(plain(low, decimals)), held(plain(high, decimals) + suffix(unit)));
    }

    /** The size of a change without its sign: 62 %. */
    public String size(@Nullable Double number, String unit) {
        return number == null ? UNKNOWN : held(plain(Math.abs(number), decimals(unit)) + suffix(unit));
    }

    /** The sizes of an interval's ends, the smaller first: 55 and 69 %; an end beyond zero keeps its sign. */
    public String between(double low, double high, String unit) {
        int decimals = decimals(unit);
        boolean down = high <= 0;
        String from = plain(down ? -high : low, decimals);
        String to = plain(down ? -low : high, decimals);
        return words.say("figure.between", held(from), held(to + suffix(unit)));
    }

    public String date(LocalDateTime at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .format(at);
    }

    private String signed(double number, int decimals) {
        String text = plain(number, decimals);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero || text.startsWith(MINUS) ? text : "+" + text;
    }

    private String plain(double number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(words.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String digits = format.format(Math.abs(number));
        boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
        return number < 0 && !zero ? MINUS + digits : digits;
    }

    private String held(String figure) {
        return words.isRightToLeft() ? ISOLATE + figure + END_OF_ISOLATE : figure;
    }

    /** As many as the measure's noise leaves meaning to. */
    private static int decimals(String unit) {
        return switch (unit) {
            case "%" -> 0;
            case "mm" -> 1;
            case "°" -> 1;
            case "px" -> 0;
            default -> 2;
        };
    }

    private static String suffix(String unit) {
        return switch (unit) {
            case "%", "mm", "px" -> NARROW_SPACE + unit;
            case "°" -> unit;
            default -> "";
        };
    }
}
