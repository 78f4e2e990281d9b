package rhytid.app;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.DoubleConsumer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.FaceOutline;
import rhytid.clinic.PhotoAsked;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.PhotoCheck.Objection;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.clinic.PhotoIntake;
import rhytid.comparison.Assessor;
import rhytid.comparison.Comparer;
import rhytid.comparison.Comparison;
import rhytid.comparison.Corrections;
import rhytid.comparison.Turns;
import rhytid.decoder.Decoders;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.jobs.ComparisonWork;
import rhytid.photo.Both;
import rhytid.photo.Photo;
import rhytid.photo.PhotoWriter;
import rhytid.photo.Reading;
import rhytid.photo.Refusal;
import rhytid.quality.Asked;
import rhytid.quality.ExpressionReading;
import rhytid.quality.PhotoVerdict;
import rhytid.report.ComparisonJson;
import rhytid.report.CorrectionsJson;
import rhytid.report.LayersJson;
import rhytid.report.ServicePictures;
import tools.jackson.databind.JsonNode;

/** The measuring line as the service uses it. */
final class MeasuringLine implements PhotoIntake, ComparisonWork {

    /** Nobody sees the loss, and a third of the bytes of 98. */
    private static final int FULL_QUALITY = 92;

    private static final int SMALL_QUALITY = 85;

    /** The pictures take the rest of the time. */
    private static final double MEASURED = 0.85;

    private final Decoders decoders;
    private final FaceFinder finder;
    private final Assessor judge;
    private final Comparer comparer;

    /** @param decoders are closed with it */
    MeasuringLine(Models models, Decoders decoders) {
        this.decoders = decoders;
        finder = new FaceFinder(models);
        judge = new Assessor(finder);
        comparer = new Comparer(finder);
    }

    @Override
    public Intake take(byte[] content) {
        return switch (decoders.read("photo", content)) {
            case Reading.Refused refused ->
                new Intake.NotTaken(refused.refusal().code(), refused.refusal().message());
            case Reading.Accepted accepted -> taken(accepted.photo());
        };
    }

    private static Intake taken(Photo photo) {
        try (photo) {
            return new Intake.Taken(
                    photo.width(),
                    photo.height(),
                    photo.info().format(),
                    photo.info().capturedAt(),
                    PhotoWriter.jpeg(photo.pixels(), FULL_QUALITY),
                    small(photo, PREVIEW_PX),
                    small(photo, THUMBNAIL_PX));
        }
    }

    private static byte[] small(Photo photo, int longest) {
        double scale = Math.min(1.0, (double) longest / Math.max(photo.width(), photo.height()));
        int width = Math.max(1, (int) Math.round(photo.width() * scale));
        int height = Math.max(1, (int) Math.round(photo.height() * scale));
        try (Mat smaller = new Mat();
                Size size = new Size(width, height)) {
            resize(photo.pixels(), smaller, size, 0, 0, INTER_AREA);
            return PhotoWriter.jpeg(smaller, SMALL_QUALITY);
        }
    }

    @Override
    public PhotoCheck check(byte[] content, PhotoAsked asked) {
        if (!(decoders.read("photo", content) instanceof Reading.Accepted accepted)) {
            throw new IllegalStateException("a photo that was taken can no longer be read");
        }
        try (Photo photo = accepted.photo()) {
            return switch (judge.judge(photo, asked(asked))) {
                case PhotoVerdict.Fit fit -> new PhotoCheck(Verdict.FIT, List.of(), objections(fit.warnings()));
                case PhotoVerdict.Unfit unfit -> new PhotoCheck(Verdict.UNFIT, objections(unfit.refusals()), List.of());
            };
        }
    }

    private Asked asked(PhotoAsked asked) {
        Asked.Stage stage = asked.treated() ? Asked.Stage.AFTER_TREATMENT : Asked.Stage.BEFORE_TREATMENT;
        return Asked.of(asked.expression()).at(stage).against(atRest(asked.rest()));
    }

    private @Nullable ExpressionReading atRest(byte @Nullable [] picture) {
        if (picture == null || !(decoders.read("rest", picture) instanceof Reading.Accepted accepted)) {
            return null;
        }
        try (Photo rest = accepted.photo()) {
            return judge.judge(rest, Asked.of(Expression.REST)) instanceof PhotoVerdict.Fit fit
                    ? ExpressionReading.of(fit.face())
                    : null;
        }
    }

    @Override
    public Optional<FaceOutline> outline(byte[] content) {
        if (!(decoders.read("photo", content) instanceof Reading.Accepted accepted)) {
            return Optional.empty();
        }
        try (Photo photo = accepted.photo()) {
            return finder.landmarks(photo).stream()
                    .findFirst()
                    .map(face -> OutlineDrawing.of(face, photo.width(), photo.height()));
        }
    }

    private static List<Objection> objections(List<Refusal> refusals) {
        return refusals.stream()
                .map(r -> new Objection(r.code(), r.message(), finite(r.value()), finite(r.limit())))
                .toList();
    }

    /** JSON has no infinity and no NaN. */
    private static @Nullable Double finite(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }

    @Override
    public Compared compare(
            Map<Expression, byte[]> baseline,
            Map<Expression, byte[]> followUp,
            @Nullable JsonNode corrections,
            DoubleConsumer progress) {
        return Turns.PAIRS.take(() -> compared(baseline, followUp, corrections, progress));
    }

    private Compared compared(
            Map<Expression, byte[]> baseline,
            Map<Expression, byte[]> followUp,
            @Nullable JsonNode corrections,
            DoubleConsumer progress) {
        Both<ReadVisit> visits = ReadVisit.both(decoders, baseline, followUp);
        try (Comparison comparison = comparer.compareReadings(
                visits.baseline().readings(),
                visits.followUp().readings(),
                corrections == null ? Corrections.NONE : CorrectionsJson.read(corrections),
                (share, step) -> progress.accept(MEASURED * share))) {
            // What is drawn over the pictures needs none of them.
            ForkJoinTask<@Nullable String> layers = ForkJoinPool.commonPool().submit(() -> layers(comparison));
            return new Compared(
                    comparison.comparable(),
                    ComparisonJson.write(comparison),
                    ServicePictures.of(comparison),
                    layers.join());
        }
    }

    @Override
    public void close() {
        decoders.close();
        finder.close();
    }

    private static @Nullable String layers(Comparison comparison) {
        return comparison.comparable() ? LayersJson.write(comparison) : null;
    }
}
