package rhytid.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhytid.comparison.Comparison;

class ReportWriterTest {

    @TempDir
    Path folder;

    private String write(DrawnComparison drawn) throws IOException {
        try (Comparison comparison = drawn.build()) {
            new ReportWriter().write(comparison, folder);
        }
        return Files.readString(folder.resolve("report.html"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyExpressionHasItsPictures() throws IOException {
        write(new DrawnComparison());
        assertThat(names())
                .contains(
                        "comparison.json",
                        "report.html",
                        "rest-before.jpg",
                        "rest-after.jpg",
                        "rest-before-lines.jpg",
                        "rest-after-lines.jpg",
                        "rest-changes.jpg",
                        "rest-brows.jpg",
                        "rest-symmetry.jpg",
                        "brow-raise-before.jpg");
    }

    @Test
    void thePageAsksNobodyForAnything() throws IOException {
        String html = write(new DrawnComparison());
        assertThat(html).doesNotContain("http://", "https://", "//cdn", "@import", "<link", "<iframe");
        List<String> sources = Pattern.compile("(?:src|xlink:href|srcset|poster|data)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(sources).isNotEmpty().allMatch(source -> source.startsWith("data:image/jpeg;base64,"));
        assertThat(Pattern.compile("url\\(").matcher(html).find()).isFalse();
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(html).results().map(m -> m.group(1)))
                .allMatch(target -> target.startsWith("#"));
    }

    @Test
    void aHostileFileNameStaysText() throws IOException {
        DrawnComparison drawn = new DrawnComparison();
        drawn.followUpName = "\"><script>alert(1)</script>.jpg";
        drawn.warnings.add(DrawnComparison.objection("light", "<img src=x onerror=alert(2)>", "follow-up/rest"));
        String html = write(drawn);
        assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)", "<img src=x");
        assertThat(Pattern.compile("<script").matcher(html).results()).hasSize(1);
    }

    @Test
    void picturesCarryNoMetadata() throws IOException {
        String html = write(new DrawnComparison());
        for (String name : names()) {
            if (name.endsWith(".jpg")) {
                assertThat(segments(Files.readAllBytes(folder.resolve(name))))
                        .as(name)
                        .isSubsetOf(PLAIN_SEGMENTS);
            }
        }
        for (MatchResult inlined : Pattern.compile("data:image/jpeg;base64,([^\"]*)")
                .matcher(html)
                .results()
                .toList()) {
            assertThat(segments(java.util.Base64.getDecoder().decode(inlined.group(1))))
                    .isSubsetOf(PLAIN_SEGMENTS);
        }
    }

    /** JFIF head, tables, frame and scans: what a picture is made of, and no application or comment segment else. */
    private static final List<Integer> PLAIN_SEGMENTS = List.of(0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xda, 0xdd);

    /** The markers before the first scan. */
    private static List<Integer> segments(byte[] jpeg) {
        List<Integer> markers = new java.util.ArrayList<>();
        int at = 2;
        while (at + 4 < jpeg.length) {
            assertThat(jpeg[at] & 0xff).isEqualTo(0xff);
            int marker = jpeg[at + 1] & 0xff;
            markers.add(marker);
            if (marker == 0xda) {
                return markers;
            }
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        }
        throw new AssertionError("no scan in this JPEG");
    }

    @Test
    void theHeadlineSaysTheLargestChangeWithItsInterval() throws IOException {
        assertThat(write(new DrawnComparison()))
                .containsPattern(
                        "<h1[^>]*>Lines of the forehead faded by 62\u202f% <span[^>]*>\\(between 55 and 69\u202f%\\)");
    }

    @Test
    void aLidThatDroppedIsEnoughForAHeadline() throws IOException {
        DrawnComparison drawn = new DrawnComparison();
        drawn.quiet = true;
        assertThat(write(drawn)).contains("No change larger than what retaking the photo would show");
        drawn.rightLidAfterMm = 3.1;
        assertThat(write(drawn))
                .contains(">Upper lid above the pupil (MRD1), right: −2.0\u202fmm")
                .doesNotContain("No change larger than");
    }

    @Test
    void noLineFadesByMoreThanAllOfIt() throws IOException {
        DrawnComparison drawn = new DrawnComparison();
        drawn.foreheadLowPercent = -111;
        assertThat(write(drawn)).contains("(between 55 and 100\u202f%)").doesNotContain("111");
    }

    @Test
    void whatIsWithinRetakeNoiseIsNoHeadline() throws IOException {
        String html = write(new DrawnComparison());
        String hero = html.substring(html.indexOf("<h1"), html.indexOf("class=\"tabbed"));
        assertThat(hero).doesNotContain("nasolabial").contains("Crow’s feet on the left deepened by 24\u202f%");
    }

    @Test
    void whatCannotBeMeasuredSaysWhyAndShowsNoNumber() throws IOException {
        String html = write(new DrawnComparison());
        int row = html.indexOf("Around the mouth</th>");
        String cells = html.substring(row, html.indexOf("</tr>", row));
        assertThat(cells).contains("a beard covers it", "Can’t be measured").doesNotContain("0\u202f%");
    }

    @Test
    void aRefusedPairSaysWhichPhotoWhyAndWhatToDo() throws IOException {
        DrawnComparison drawn = new DrawnComparison();
        drawn.refusals.add(DrawnComparison.objection(
                "yaw", "The head is turned to the side. Look straight into the camera.", "follow-up/rest"));
        String html = write(drawn);
        assertThat(html)
                .contains(
                        "can’t be compared", "The head is turned to the side.", "After · At rest", "For the next photo")
                .contains("data:image/jpeg;base64,")
                .doesNotContain("class=\"tabbed", "Change map");
        assertThat(names()).containsExactly("comparison.json", "report.html");
    }

    @Test
    void aPhotoThatNobodyCouldOpenHasAPlaceOnTheRefusedPage() throws IOException {
        DrawnComparison drawn = new DrawnComparison();
        drawn.withPair = false;
        drawn.refusals.add(DrawnComparison.objection("not-a-photo", "This file is no photo.", "baseline/rest"));
        assertThat(write(drawn)).contains("No picture to show", "Before · At rest");
    }

    @Test
    void thePagesPolicyForbidsEverythingItDoesNotCarry() throws IOException {
        assertThat(write(new DrawnComparison()).replace("&#39;", "'"))
                .containsPattern(
                        "default-src 'none'; img-src data:; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'")
                .doesNotContainPattern("<[^>]+ style=")
                .doesNotContainPattern("<[^>]+ on[a-z]+=\"");
    }

    @Test
    void aFollowUpIsLaidOverTheBaseline() throws IOException {
        try (Comparison comparison = new DrawnComparison().build()) {
            var pair = comparison.expressions().values().iterator().next();
            var frame = rhytid.report.drawing.Frame.face(pair, 1600);
            var before =
                    frame.baseline().apply(pair.baseline().face().landmarks().pupil(rhytid.face.Side.LEFT));
            var after =
                    frame.followUp().apply(pair.followUp().face().landmarks().pupil(rhytid.face.Side.LEFT));
            assertThat(before.distanceTo(after)).isLessThan(1e-6);
        }
    }
}
