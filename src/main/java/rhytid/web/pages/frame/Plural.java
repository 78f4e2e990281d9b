package rhytid.web.pages.frame;

/** Which form of a word goes with a whole number: the rules of Unicode's CLDR for the languages we have. */
final class Plural {

    private Plural() {}

    static String of(Language language, long number) {
        return switch (language.tag()) {
            case "ar" -> arabic(Math.abs(number));
            default -> Math.abs(number) == 1 ? "one" : "other";
        };
    }

    private static String arabic(long n) {
        long hundredth = n % 100;
        if (n <= 2) {
            return n == 0 ? "zero" : n == 1 ? "one" : "two";
        }
        if (hundredth >= 3 && hundredth <= 10) {
            return "few";
        }
        return hundredth >= 11 ? "many" : "other";
    }
}
