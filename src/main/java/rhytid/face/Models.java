package rhytid.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models in use. A folder of models holds a folder {@code <task>_<name>} for each, with a {@code model.json} that
 * describes it; or it holds MediaPipe's and YuNet's files as they are published, which need no description.
 *
 * @param all every model found, by name of folder or file
 */
public record Models(List<Model> all) {

    private static final String RESTORE =
            "Restore it from the repository, or name another folder with --models or RHYTID_MODELS.";

    public Models {
        all = List.copyOf(all);
    }

    /**
     * Opens a folder, and holds every file against its SHA-256.
     *
     * @throws UnusableModelException if the folder or a file is missing, damaged or not understood, or if a task has no
     *     model or several
     */
    public static Models open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableModelException(folder, "is no folder of models", RESTORE);
        }
        List<Model> found = new ArrayList<>();
        for (Path entry : entries(folder)) {
            Path card = entry.resolve("model.json");
            if (Files.isRegularFile(card)) {
                found.add(ModelCard.read(card, RESTORE));
            } else if (Files.isRegularFile(entry)) {
                PublishedModel.of(entry).ifPresent(found::add);
            }
        }
        Models models = new Models(found);
        requireOne(folder, found, Model.DETECTION);
        requireOne(folder, found, Model.LANDMARKS);
        return models;
    }

    /** The network that finds faces. */
    public Model detection() {
        return of(Model.DETECTION);
    }

    /** The network that finds the points of a face. */
    public Model landmarks() {
        return of(Model.LANDMARKS);
    }

    private Model of(String task) {
        return all.stream().filter(m -> m.task().equals(task)).findFirst().orElseThrow();
    }

    private static void requireOne(Path folder, List<Model> found, String task) {
        List<Model> fit = found.stream().filter(m -> m.task().equals(task)).toList();
        if (fit.isEmpty()) {
            throw new UnusableModelException(folder, "has no model for " + task, RESTORE);
        }
        if (fit.size() > 1) {
            String files = fit.stream()
                    .map(m -> m.file().toString())
                    .reduce((a, b) -> a + " and " + b)
                    .orElse("");
            throw new UnusableModelException(
                    folder, "has several models for " + task + ": " + files, "Leave one of them there.");
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
