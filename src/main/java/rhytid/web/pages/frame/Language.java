package rhytid.web.pages.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that all pages are written in: one file of words for each feature (see {@link Words}). */
public enum Language {
    ENGLISH(Locale.UK, "English", false),
    GERMAN(Locale.GERMAN, "Deutsch", false),
    /**
     * With the digits 0 to 9: they stand beside millimetres, units and file names, are those of comparison.json, and
     * are read in the clinics of all Arab countries, which ٠ to ٩ are not.
     */
    ARABIC(Locale.forLanguageTag("ar-u-nu-latn"), "العربية", true);

    private final Locale locale;
    private final String ownName;
    private final boolean rightToLeft;

    Language(Locale locale, String ownName, boolean rightToLeft) {
        this.locale = locale;
        this.ownName = ownName;
        this.rightToLeft = rightToLeft;
    }

    /** For dates and numbers too. */
    public Locale locale() {
        return locale;
    }

    /** As HTML names it. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The direction in which it is written, as HTML names it. */
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(l -> l.tag().equals(tag)).findFirst();
    }

    /** The first that the browser's Accept-Language asks for and we have. */
    public static Language wanted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return ENGLISH;
        }
        try {
            List<LanguageRange> ranges = LanguageRange.parse(acceptLanguage);
            List<String> ours = Arrays.stream(values()).map(Language::tag).toList();
            return of(Locale.lookupTag(ranges, ours)).orElse(ENGLISH);
        } catch (IllegalArgumentException e) { // a browser may send anything
            return ENGLISH;
        }
    }
}
