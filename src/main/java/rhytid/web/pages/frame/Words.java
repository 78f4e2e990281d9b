package rhytid.web.pages.frame;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import rhytid.report.page.Spoken;

/**
 * All that pages say, in one language. A key's first word names the file it stands in: {@code upload.camera} is in
 * {@code rhytid/web/words/upload.properties}, and its German in {@code upload_de.properties}. Gaps are {@code {0}},
 * {@code {1}}; an apostrophe is ’.
 */
public final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final Clock clock;

    /** @param clock whose zone days are counted in */
    Words(Language language, Clock clock) {
        this.language = language;
        this.clock = clock;
    }

    public Language language() {
        return language;
    }

    /**
     * The message with its gaps filled; numbers are written as the language does.
     *
     * @throws java.util.MissingResourceException if there is no such message
     */
    public String say(String key, Object... arguments) {
        String message = bundle(key).getString(key);
        return arguments.length == 0 ? message : new MessageFormat(message, locale()).format(held(arguments));
    }

    /** A name in Latin letters would draw the number beside it to its other side; an isolate keeps each by itself. */
    private Object[] held(Object... arguments) {
        return language.direction().equals("ltr")
                ? arguments
                : Arrays.stream(arguments)
                        .map(argument -> argument instanceof String text ? "\u2068" + text + "\u2069" : argument)
                        .toArray();
    }

    /**
     * A message about so many: of {@code key.one}, {@code key.two}, {@code key.few}, {@code key.many} and
     * {@code key.other} the one that the language's grammar takes, or {@code key.zero} where there is one for none.
     *
     * @param more after the number, which is {0}
     */
    public String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = number;
        System.arraycopy(more, 0, arguments, 1, more.length);
        String zero = key + ".zero";
        String form = number == 0 && has(zero) ? zero : key + "." + Plural.of(language, number);
        return say(has(form) ? form : key + ".other", arguments);
    }

    /**
     * What is wrong with a photo or a pair.
     *
     * @param message in English, for a code that this language has no words for
     */
    public Spoken.Told objection(String code, String message, @Nullable Double value, @Nullable Double limit) {
        return Spoken.in(locale()).objection(code, message, value, limit);
    }

    /** What a treated area is called: the usual ones in this language, others as the clinic wrote them down. */
    public String area(String area) {
        String key = "frame.area." + area;
        return has(key) ? say(key) : area;
    }

    public boolean has(String key) {
        return bundle(key).containsKey(key);
    }

    /** Such as 23 November 2026. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(day);
    }

    public String day(Instant time) {
        return day(here(time).toLocalDate());
    }

    /** Such as 23 Nov 2026, 16:05. */
    public String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(here(time));
    }

    /** With so many digits after the decimal sign. */
    public String number(double value, int digits) {
        NumberFormat form = NumberFormat.getNumberInstance(locale());
        form.setMinimumFractionDigits(digits);
        form.setMaximumFractionDigits(digits);
        return form.format(value);
    }

    /** With all the digits that it was given with. */
    public String number(BigDecimal value) {
        NumberFormat form = NumberFormat.getNumberInstance(locale());
        form.setMaximumFractionDigits(Math.max(0, value.scale()));
        return form.format(value);
    }

    /** Today, where the clinic is. */
    public LocalDate today() {
        return here(clock.instant()).toLocalDate();
    }

    private ZonedDateTime here(Instant time) {
        return time.atZone(clock.getZone());
    }

    private Locale locale() {
        return language.locale();
    }

    private ResourceBundle bundle(String key) {
        int dot = key.indexOf('.');
        return ResourceBundle.getBundle(
                "rhytid.web.words." + (dot < 0 ? key : key.substring(0, dot)), locale(), NO_FALLBACK);
    }
}
