package rhytid.report.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Everything the page says, by key, in one language: {@code messages.properties}. */
public final class Words {

    private final ResourceBundle messages;
    private final Locale asked;
    private final Spoken spoken;

    private Words(ResourceBundle messages, Locale asked) {
        this.messages = messages;
        this.asked = asked;
        this.spoken = Spoken.in(asked);
    }

    /** In the language asked for, or in English where there is no translation. */
    public static Words in(Locale locale) {
        return new Words(
                ResourceBundle.getBundle(
                        "rhytid.report.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    /** The language of the messages found; numbers and dates are written as it does, in the digits asked for. */
    public Locale locale() {
        return messages.getLocale().equals(Locale.ROOT) ? Locale.UK : asked;
    }

    /** {@code rtl} or {@code ltr}, as HTML names the direction of the language. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    boolean isRightToLeft() {
        return locale().getLanguage().equals("ar");
    }

    /** Objections and findings in this language. */
    Spoken spoken() {
        return spoken;
    }

    /**
     * The message with its numbered gaps filled.
     *
     * @throws java.util.MissingResourceException if there is no such message
     */
    public String say(String key, Object... arguments) {
        String message = messages.getString(key);
        return arguments.length == 0 ? message : new MessageFormat(message, locale()).format(arguments);
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }
}
