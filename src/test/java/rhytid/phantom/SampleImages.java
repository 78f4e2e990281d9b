package rhytid.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import rhytid.face.Expression;

/**
 * Writes sample-images/ anew: {@code mvn -Psamples process-test-classes}. Arguments: the folder, then the names of the
 * pairs to write (all where none is named).
 */
final class SampleImages {

    private SampleImages() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (SamplePair pair : SampleCases.all()) {
            if (arguments.length == 1 || java.util.Arrays.asList(arguments).contains(pair.name())) {
                write(folder.resolve(pair.name()), pair);
                System.err.println(pair.name());
            }
        }
    }

    private static void write(Path folder, SamplePair pair) throws IOException {
        ExpectedResult expected = new ExpectedResult(pair);
        for (Expression expression : pair.shown()) {
            Truth before = photograph(pair.phantom(), pair.baseline(expression), folder.resolve("baseline"));
            Truth after = photograph(pair.phantom(), pair.followUp(expression), folder.resolve("follow-up"));
            expected.add(expression, before, after);
        }
        Files.writeString(folder.resolve("expected.json"), expected.json());
    }

    private static Truth photograph(Phantom phantom, Visit visit, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (PhantomPhoto photo = phantom.photograph(visit)) {
            Files.write(folder.resolve(visit.expression().key() + ".jpg"), photo.jpeg());
            return photo.truth();
        }
    }
}
