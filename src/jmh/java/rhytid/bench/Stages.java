package rhytid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import rhytid.alignment.Aligner;
import rhytid.comparison.Comparer;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionComparison;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.FaceMeasures;
import rhytid.photo.Photo;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;
import rhytid.quality.Asked;
import rhytid.quality.GateLimits;
import rhytid.quality.PhotoGate;
import rhytid.quality.PhotoVerdict;
import rhytid.report.Overlays;
import rhytid.report.ReviewPictures;
import rhytid.wrinkle.PairedLines;

/** What each stage of a 12-megapixel pair takes alone: {@code mvn -q -Pjmh process-test-classes}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class Stages {

    private final PhotoReader reader = new PhotoReader();
    private final PhotoGate gate = new PhotoGate(GateLimits.STANDARD);
    private byte[] before;
    private byte[] after;
    private FaceFinder finder;
    private Comparer comparer;
    private Photo photo;
    private Face face;
    private Comparison compared;
    private ExpressionComparison pair;

    /** Both photos of the first pair, found and compared once. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        SpeedPhotos files = SpeedPhotos.all().getFirst();
        before = Files.readAllBytes(files.before());
        after = Files.readAllBytes(files.after());
        Models models = Models.open(Path.of("models"));
        finder = new FaceFinder(models);
        comparer = new Comparer(finder);
        photo = read(before);
        face = finder.find(photo).getFirst();
        compared = comparer.compare(
                Map.of(Expression.REST, read(before)), Map.of(Expression.REST, read(after)), (share, step) -> {});
        pair = compared.expressions().get(Expression.REST);
    }

    @TearDown(Level.Trial)
    public void close() {
        compared.close();
        photo.close();
        finder.close();
    }

    private Photo read(byte[] bytes) {
        return ((Reading.Accepted) reader.read("photo", bytes)).photo();
    }

    @Benchmark
    public int decodingOne() {
        try (Photo one = read(before)) {
            return one.width();
        }
    }

    @Benchmark
    public List<Face> findingTheFaceInOne() {
        return finder.find(photo);
    }

    @Benchmark
    public PhotoVerdict judgingOne() {
        return gate.judge(photo, List.of(face), Asked.of(Expression.REST));
    }

    @Benchmark
    public FaceMeasures measuringOne() {
        return FaceMeasurement.of(face);
    }

    @Benchmark
    public PairedLines linesOfThePair() {
        Face one = pair.baseline().face();
        Face two = pair.followUp().face();
        return PairedLines.measure(
                pair.baseline().photo(),
                one,
                pair.followUp().photo(),
                two,
                Aligner.align(one, two).followUpToBaseline());
    }

    @Benchmark
    public Map<String, byte[]> overlaysOfThePair() {
        return Overlays.of(pair);
    }

    @Benchmark
    public Map<String, byte[]> fullPicturesOfThePair() {
        return ReviewPictures.of(pair);
    }
}
