package rhytid.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import rhytid.comparison.Comparer;
import rhytid.comparison.Comparison;
import rhytid.comparison.Progress;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.photo.Both;
import rhytid.photo.Photo;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;
import rhytid.report.ReportWriter;

/** Compares pairs of visits and writes their folders, with models that are loaded once. */
final class PairJob implements AutoCloseable {

    /** What came of a pair. */
    record Outcome(String json, Comparison comparison) {}

    private final PhotoReader reader = new PhotoReader();
    private final ReportWriter writer = new ReportWriter();
    private final FaceFinder finder;
    private final Comparer comparer;

    PairJob(Models models) {
        finder = new FaceFinder(models);
        comparer = new Comparer(finder);
    }

    /** The comparison in the outcome is closed: its numbers and words stay, its pictures are gone. */
    Outcome run(Visit baseline, Visit followUp, Path folder, Progress progress) throws IOException {
        progress.at(0, "reading the photos");
        Both<Map<Expression, Reading>> read = new Both<>(baseline, followUp).each(visit -> visit.read(reader));
        try (Comparison comparison = comparer.compareReadings(read.baseline(), read.followUp(), progress)) {
            return new Outcome(write(comparison, baseline, followUp, folder), comparison);
        }
    }

    /** The text of comparison.json. */
    private String write(Comparison comparison, Visit baseline, Visit followUp, Path folder) throws IOException {
        Map<String, Photo> shown = new LinkedHashMap<>();
        try {
            if (!comparison.comparable()) {
                // A refused comparison holds no photos, and its page shows which ones are meant.
                readAgain("baseline/", baseline, shown);
                readAgain("follow-up/", followUp, shown);
            }
            return writer.write(comparison, shown, folder);
        } finally {
            shown.values().forEach(Photo::close);
        }
    }

    private void readAgain(String prefix, Visit visit, Map<String, Photo> shown) {
        visit.read(reader).forEach((expression, reading) -> {
            if (reading instanceof Reading.Accepted accepted) {
                shown.put(prefix + expression.key(), accepted.photo());
            }
        });
    }

    @Override
    public void close() {
        finder.close();
    }
}
