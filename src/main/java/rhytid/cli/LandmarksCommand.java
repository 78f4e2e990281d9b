package rhytid.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhytid.face.FaceFinder;
import rhytid.photo.Photo;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;
import rhytid.report.LandmarksJson;

/** Prints where the faces are, one JSON object for each photo, in the order of the arguments. */
@Command(
        name = "landmarks",
        description = "Prints the raw geometry of each photo's faces, one JSON object a line.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class LandmarksCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "The photos.")
    private List<Path> files = List.of();

    @Mixin
    private final ModelsOption models;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    LandmarksCommand(Path home) {
        models = new ModelsOption(home);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean refused = false;
        PhotoReader reader = new PhotoReader();
        try (FaceFinder finder = new FaceFinder(models.open())) {
            for (Path file : files) {
                switch (PhotoFiles.read(reader, file)) {
                    case Reading.Accepted accepted -> {
                        try (Photo photo = accepted.photo()) {
                            out.println(LandmarksJson.line(
                                    file.toString(), photo.width(), photo.height(), finder.find(photo)));
                        }
                    }
                    case Reading.Refused unread -> {
                        out.println(LandmarksJson.error(file.toString(), unread.refusal()));
                        refused = true;
                    }
                }
                out.flush();
            }
        }
        return refused ? ExitCode.REFUSED : ExitCode.DONE;
    }
}
