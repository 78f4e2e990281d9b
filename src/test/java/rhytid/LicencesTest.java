package rhytid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every library that is used, in tests too, allows it: one of the licences that its POM names is among ours. */
class LicencesTest {

    /** Names as POMs spell them, and addresses where a POM gives no name. */
    private static final Pattern ALLOWED = Pattern.compile(
            "(?i).*(apache|\\bmit\\b|bsd|eclipse public|\\bepl\\b|0bsd|cc0|creative commons zero|public domain|bouncy"
                    + " castle|lgpl|lesser general public|mozilla|\\bmpl\\b|isc|unicode|postgresql|go license"
                    + "|gpl.*(classpath|ce\\b)|universal permissive).*");

    private static final Pattern LICENCES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
    private static final Pattern LICENCE = Pattern.compile("<license>\\s*(.*?)\\s*</license>", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);

    @Test
    void everyLibraryMayBeUsed() throws IOException {
        TreeMap<String, List<String>> refused = new TreeMap<>();
        int looked = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path pom = Path.of(pomOf(entry));
            if (entry.endsWith(".jar") && Files.exists(pom)) {
                looked++;
                List<String> licences = licences(pom);
                if (licences.stream().noneMatch(name -> ALLOWED.matcher(name).matches())) {
                    refused.put(pom.getFileName().toString(), licences);
                }
            }
        }
        assertThat(looked).as("libraries looked at").isGreaterThan(80);
        assertThat(refused).isEmpty();
    }

    /** The POM beside a jar of the local repository, without the jar's classifier. */
    private static String pomOf(String jar) {
        Path folder = Path.of(jar).toAbsolutePath().getParent();
        if (folder == null || folder.getParent() == null) {
            return "none.pom";
        }
        return folder.resolve(folder.getParent().getFileName() + "-" + folder.getFileName() + ".pom")
                .toString();
    }

    /** Of the POM itself, or of the nearest above it that names some. */
    private static List<String> licences(Path pom) throws IOException {
        if (!Files.exists(pom)) {
            return List.of();
        }
        String text = Files.readString(pom).replaceAll("(?s)<!--.*?-->", "");
        Matcher named = LICENCES.matcher(text);
        if (named.find()) {
            List<String> all = new ArrayList<>();
            Matcher each = LICENCE.matcher(named.group(1));
            while (each.find()) {
                all.add(each.group(1).replaceAll("\\s+", " "));
            }
            return all;
        }
        Matcher parent = PARENT.matcher(text);
        return parent.find() ? licences(parentOf(pom, parent.group(1))) : List.of();
    }

    private static Path parentOf(Path pom, String parent) {
        Path repository = pom.toAbsolutePath();
        while (!"repository".equals(String.valueOf(repository.getFileName())) && repository.getParent() != null) {
            repository = repository.getParent();
        }
        String artifact = element(parent, "artifactId");
        String version = element(parent, "version");
        return repository
                .resolve(element(parent, "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    private static String element(String xml, String name) {
        Matcher found =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }
}
