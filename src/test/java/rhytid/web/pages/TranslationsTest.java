package rhytid.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rhytid.account.Action;
import rhytid.comparison.FindingCode;
import rhytid.quality.Reason;
import rhytid.web.pages.frame.Language;

/** Every word in every language: the same keys, the same gaps, nothing left in English. */
class TranslationsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/rhytid");
    private static final Pattern GAP = Pattern.compile("\\{\\d+[^}]*}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    /** Forms of a word beside a number: a language has its own, and all have the last. */
    private static final Pattern PLURAL = Pattern.compile("(.*)\\.(zero|one|two|few|many|other)");

    /** Words that are the same in German: names, units, and what German took over. */
    private static final Set<String> SAME_IN_GERMAN = Set.of(
            "Rhytid", "Name", "Filter", "mm", "MB", "kB", "GB", "TB", "PDF", "SHA-256", "Version", "Link", "Region",
            "L R P B");

    static Stream<Arguments> translations() throws IOException {
        List<Path> english;
        try (Stream<Path> files = Files.list(RESOURCES.resolve("web/words"))) {
            english = files.filter(file -> !file.getFileName().toString().contains("_"))
                    .sorted()
                    .toList();
        }
        return Stream.concat(english.stream(), Stream.of(RESOURCES.resolve("report/messages.properties")))
                .flatMap(file -> Stream.of(Language.values())
                        .filter(language -> language != Language.ENGLISH)
                        .map(language -> Arguments.of(file, language)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translationIsWhole(Path english, Language language) throws IOException {
        Properties from = read(english);
        Properties to = read(translated(english, language));
        assertThat(stems(to)).as("keys").isEqualTo(stems(from));
        for (String key : from.stringPropertyNames()) {
            String text = text(to, key);
            if (!text.isEmpty()) {
                assertThat(gaps(text)).as(key).isEqualTo(gaps(text(from, key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void nothingIsLeftInEnglishOrEmpty(Path english, Language language) throws IOException {
        Properties from = read(english);
        Properties to = read(translated(english, language));
        for (String key : to.stringPropertyNames()) {
            String text = text(to, key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            if (language == Language.GERMAN && hasWords(text)) {
                assertThat(text.equals(text(from, key))
                                && !SAME_IN_GERMAN.contains(text.replaceAll("\\W*\\{\\d}\\W*", "")))
                        .as(key + " is still English: " + text)
                        .isFalse();
            }
            if (language == Language.ARABIC && hasWords(text) && hasWords(from.getProperty(key, ""))) {
                assertThat(text.codePoints()
                                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                                || SAME_IN_GERMAN.contains(text))
                        .as(key + " is not Arabic: " + text)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void everyObjectionIsSaidWithItsNumbers(Language language) throws IOException {
        Properties spoken = read(translated(RESOURCES.resolve("report/spoken.properties"), language));
        for (Reason reason : Reason.values()) {
            assertThat(named(text(spoken, reason.key() + ".what")))
                    .as(reason.key())
                    .isEqualTo(named(reason.what()));
            assertThat(named(text(spoken, reason.key() + ".advice")))
                    .as(reason.key())
                    .isEqualTo(named(reason.advice()));
        }
        for (FindingCode finding : FindingCode.values()) {
            assertThat(spoken.stringPropertyNames())
                    .as(finding.code())
                    .anyMatch(key -> key.equals(finding.code()) || key.startsWith(finding.code() + "."));
        }
    }

    @Test
    void spokenTextsHaveTheSameKeysAndGapsInAllLanguages() throws IOException {
        Path spoken = RESOURCES.resolve("report/spoken.properties");
        Properties german = read(translated(spoken, Language.GERMAN));
        Properties arabic = read(translated(spoken, Language.ARABIC));
        assertThat(arabic.stringPropertyNames()).isEqualTo(german.stringPropertyNames());
        for (String key : german.stringPropertyNames()) {
            assertThat(gaps(text(arabic, key))).as(key).isEqualTo(gaps(text(german, key)));
        }
    }

    /** Reasons are found by their English words: whoever changes those must change the keys too. */
    @Test
    void everyReasonForNotMeasuringIsStillGiven() throws IOException {
        Properties spoken = read(RESOURCES.resolve("report/spoken_de.properties"));
        Set<String> given = new TreeSet<>();
        for (String folder : List.of("measure", "wrinkle", "comparison")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/rhytid", folder))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Matcher literal = Pattern.compile("\"([^\"]+)\"").matcher(Files.readString(file));
                    while (literal.find()) {
                        given.add(slug(literal.group(1)));
                    }
                }
            }
        }
        for (String key : spoken.stringPropertyNames()) {
            if (key.startsWith("unknown.") && !key.matches(".*-(iris|irises|right|left)-.*")) { // put together of parts
                assertThat(given).contains(key);
            }
        }
    }

    private static String slug(String reason) {
        return "unknown." + reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    @Test
    void everyActionOfTheLogHasWords() throws IOException {
        Properties words = read(RESOURCES.resolve("web/words/administration.properties"));
        for (Action action : Action.values()) {
            assertThat(words.stringPropertyNames()).contains("administration.action." + action.key());
        }
    }

    /** Such as {value}; none is lost, and none is put in where there is no number. */
    private static Set<String> named(String text) {
        assertThat(text).isNotEmpty();
        Set<String> gaps = new TreeSet<>();
        Matcher gap = Pattern.compile("\\{[a-z]+}").matcher(text);
        while (gap.find()) {
            gaps.add(gap.group());
        }
        return gaps;
    }

    private static boolean hasWords(String text) {
        return LETTERS.matcher(GAP.matcher(text).replaceAll("")).find();
    }

    /** Each key once, whatever forms it has. */
    private static Set<String> stems(Properties words) {
        UnaryOperator<String> stem = key -> {
            Matcher plural = PLURAL.matcher(key);
            return plural.matches() && words.containsKey(plural.group(1) + ".other") ? plural.group(1) + ".#" : key;
        };
        Set<String> stems = new TreeSet<>();
        words.stringPropertyNames().forEach(key -> stems.add(stem.apply(key)));
        return stems;
    }

    /** The gaps of a message. */
    private static Set<String> gaps(String text) {
        Set<String> gaps = new TreeSet<>();
        Matcher gap = GAP.matcher(text);
        while (gap.find()) {
            gaps.add(gap.group());
        }
        return gaps;
    }

    /** Empty where there is none. */
    private static String text(Properties words, String key) {
        return words.getProperty(key, "");
    }

    private static Path translated(Path english, Language language) {
        String name = english.getFileName().toString().replace(".properties", "_" + language.tag() + ".properties");
        return english.resolveSibling(name);
    }

    private static Properties read(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
