package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import rhytid.alignment.Alignment;
import rhytid.face.CanonicalFace;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.HeadPose;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.measure.FaceMeasures;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;
import rhytid.wrinkle.Line;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

class LineFindingsTest {

    private static final double PX_PER_MM = 4;

    private final Map<Region, RegionChange> changes = new EnumMap<>(Region.class);
    private final Map<Region, RegionLines> before = new EnumMap<>(Region.class);
    private final Map<Region, RegionLines> after = new EnumMap<>(Region.class);

    @Test
    void theSideThatDidNotFollowIsNamed() {
        change(Region.CROWS_FEET_RIGHT, -60, 10);
        change(Region.CROWS_FEET_LEFT, -4, 10);
        Finding finding = only();
        assertThat(finding.code()).isEqualTo("line-left-over");
        assertThat(finding.side()).isEqualTo(Side.LEFT);
        assertThat(finding.value()).isEqualTo(56);
        assertThat(finding.about()).isEqualTo("crowsFeetLeft");
        assertThat(finding.expression()).isEqualTo(Expression.SMILE);
        assertThat(finding.message()).contains("left side", "crow's feet", "Consider");
    }

    @Test
    void bothSidesSmootherIsNoFinding() {
        change(Region.CROWS_FEET_RIGHT, -60, 10);
        change(Region.CROWS_FEET_LEFT, -50, 10);
        assertThat(found()).isEmpty();
    }

    @Test
    void aDifferenceBetweenTheSidesWithinTheirUncertaintyIsNoFinding() {
        change(Region.CROWS_FEET_RIGHT, -60, 40);
        change(Region.CROWS_FEET_LEFT, -20, 40);
        assertThat(found()).isEmpty();
    }

    @Test
    void aSideThatCouldNotBeMeasuredIsNoFinding() {
        change(Region.CROWS_FEET_RIGHT, -60, 10);
        unusable(Region.CROWS_FEET_LEFT);
        assertThat(found()).isEmpty();
    }

    @Test
    void withoutATreatmentThatShowsNothingIsLeftOver() {
        change(Region.CROWS_FEET_RIGHT, -8, 10);
        change(Region.CROWS_FEET_LEFT, 30, 10);
        assertThat(found()).isEmpty();
    }

    @Test
    void aDeepLineInASmoothForeheadIsLeftOverOnItsSide() {
        change(Region.FOREHEAD, -50, 12);
        lines(before, Region.FOREHEAD, 0.1, line(-20, 20, 0.1));
        lines(after, Region.FOREHEAD, 0.06, line(-40, 12, 0.14), line(10, 20, 0.03));
        Finding finding = only();
        assertThat(finding.side()).isEqualTo(Side.RIGHT);
        assertThat(finding.value()).isEqualTo(12);
        assertThat(finding.message()).contains("12 mm", "right side", "forehead", "day 10 to 14");
    }

    @Test
    void aShortOrShallowLineIsNotWorthASecondLook() {
        change(Region.GLABELLA, -50, 12);
        lines(before, Region.GLABELLA, 0.1, line(0, 20, 0.1));
        lines(after, Region.GLABELLA, 0.06, line(3, 4, 0.2), line(-3, 20, 0.05));
        assertThat(found()).isEmpty();
    }

    @Test
    void aForeheadThatDidNotImproveHasNothingLeftOver() {
        change(Region.FOREHEAD, -10, 12);
        lines(before, Region.FOREHEAD, 0.1, line(0, 20, 0.1));
        lines(after, Region.FOREHEAD, 0.1, line(0, 20, 0.14));
        assertThat(found()).isEmpty();
    }

    private void change(Region region, double percent, double mdc) {
        Change some = Change.of("index", 10, 10 + percent / 10, mdc / 20, mdc / 10);
        boolean significant = Math.abs(percent) > mdc;
        changes.put(
                region,
                new RegionChange(
                        region, some, some, some, percent, percent - mdc, percent + mdc, mdc, significant, true, null));
    }

    private void unusable(Region region) {
        Change none = Change.unknown("index", "hair lies over it");
        changes.put(
                region,
                new RegionChange(region, none, none, none, null, null, null, null, false, false, "hair lies over it"));
    }

    private static void lines(Map<Region, RegionLines> visit, Region region, double depth, Line... lines) {
        Polygon outline = new Polygon(List.of(new Point(0, 0), new Point(400, 0), new Point(400, 200)));
        visit.put(region, new RegionLines(region, outline, 2000, List.of(lines), 30, depth, 5, 0.1, null));
    }

    /** A level line on the forehead, its middle so far to the subject's left. */
    private static Line line(double middleMm, double lengthMm, double depth) {
        Point from = new Point((middleMm - lengthMm / 2) * PX_PER_MM, -200);
        Point to = new Point((middleMm + lengthMm / 2) * PX_PER_MM, -200);
        return new Line(new Polyline(List.of(from, to)), lengthMm, 0.5, depth, 0);
    }

    private List<Finding> found() {
        List<Finding> findings = new ArrayList<>();
        try (ExpressionComparison pair = new ExpressionComparison(
                Expression.SMILE,
                assessment(before),
                assessment(after),
                new Alignment(Affine.IDENTITY, 0.2, 0.5),
                Map.of(),
                changes,
                Map.of())) {
            LineFindings.of(FindingLimits.STANDARD, pair, findings);
        }
        return findings;
    }

    private Finding only() {
        List<Finding> findings = found();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static Assessment assessment(Map<Region, RegionLines> lines) {
        Photo photo = new Photo(new Mat(8, 8, CV_8UC3), new PhotoInfo("drawn", "png", null, null, null));
        List<Point> points = CanonicalFace.vertices().stream()
                .map(v -> new Point(v.x() * PX_PER_MM, -v.y() * PX_PER_MM))
                .toList();
        Face face = new Face(
                new FaceLandmarks(points, 1, 0.5),
                new HeadPose(0, 0, 0),
                0.5,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new MillimetreScale(PX_PER_MM, 0.01, "iris"));
        return new Assessment(photo, Expression.SMILE, face, new FaceMeasures(Map.of()), lines, Map.of(), List.of());
    }
}
