package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** The whole way over HTTP, on embedded PostgreSQL and files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {

    @AutoClose
    private TestNode node;

    private Cast cast;

    TestNode start() {
        return TestNode.start();
    }

    @BeforeAll
    void open() {
        node = start();
        cast = Cast.of(node);
    }

    @Test
    void fromFirstPhotoToSharedGallery() {
        String patient = cast.maraId();
        Cast.treated(cast.injector(), patient, LocalDate.of(2026, 3, 2), "glabella");
        String before = cast.visit(patient, 50);
        String after = cast.visit(patient, 150);
        Reply started = cast.assistant()
                .post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after))
                .is(202);
        assertThat(started.header("Location")).isEqualTo("/api/v1/comparisons/" + started.id());
        JsonNode done = cast.assistant().finished(started.id());
        assertThat(done.get("status").asString()).isEqualTo("done");
        assertThat(done.get("progress").asDouble()).isEqualTo(1);
        assertThat(done.at("/result/schema").asString()).isEqualTo("rhytid.comparison/1");
        String url = "/comparisons/" + started.id();
        cast.mara().get(url).is(404); // not yet shared
        cast.injector()
                .put(
                        url + "/review",
                        Map.of("notes", "fine", "decision", "accept"),
                        "If-Match",
                        cast.injector().get(url).header("ETag"))
                .is(200);
        cast.injector().post(url + "/share").is(201);
        JsonNode gallery =
                cast.mara().get("/patients/" + patient + "/gallery").is(200).json();
        assertThat(gallery.at("/items/0/comparisonId").asString()).isEqualTo(started.id());
        String thumbnail = gallery.at("/items/0/baseline/photos/0/thumbnailUrl").asString();
        assertThat(cast.mara().get(thumbnail).is(200).bytes()).startsWith(0xFF, 0xD8);
        String image = gallery.at("/items/0/images/0/url").asString();
        assertThat(cast.mara().get(image).is(200).bytes()).startsWith(0xFF, 0xD8);
        JsonNode seen = cast.mara().get(url).is(200).json();
        assertThat(seen.get("review").isNull())
                .as("notes stay between colleagues")
                .isTrue();
        byte[] pdf = cast.mara().get(url + "/report.pdf").is(200).bytes();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        cast.injector().delete(url + "/share").is(204);
        cast.mara().get(url).is(404);
    }

    @Test
    void photosThatCannotBeComparedEndRefusedWithTheReasonAndNotAsAFault() {
        node.line.refuses = true;
        try {
            JsonNode refused = cast.comparison(cast.maraId());
            assertThat(refused.get("status").asString()).isEqualTo("refused");
            assertThat(refused.at("/result/refusals/0/code").asString()).isEqualTo("pair-yaw");
        } finally {
            node.line.refuses = false;
        }
    }

    @Test
    void progressComesAsEvents() {
        String id = cast.comparison(cast.maraId()).get("id").asString();
        Reply events = cast.assistant().get("/comparisons/" + id + "/events").is(200);
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.text()).contains("event: progress").contains("\"status\":\"done\"");
    }

    @Test
    void photoPutAgainReplacesTheOneShownAndKeepsTheEarlierForStaff() {
        String visit = cast.visit(cast.maraId(), 10);
        String path = "/visits/" + visit + "/photos/rest";
        String first = cast.mara()
                .get("/visits/" + visit + "/photos")
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(cast.mara().upload(path, FakeLine.photo(10)).is(200).id())
                .as("the same bytes again change nothing")
                .isEqualTo(first);
        String second = cast.mara().upload(path, FakeLine.photo(99)).is(200).id();
        assertThat(cast.mara().get("/visits/" + visit + "/photos").json().get("items"))
                .hasSize(1);
        cast.mara().get("/photos/" + first).is(403);
        cast.mara().get("/visits/" + visit + "/photos?earlier=true").is(403);
        assertThat(cast.assistant()
                        .get("/photos/" + first + "/original")
                        .is(200)
                        .bytes())
                .isEqualTo(FakeLine.photo(10));
        assertThat(cast.assistant()
                        .get("/visits/" + visit + "/photos?earlier=true")
                        .json()
                        .get("items"))
                .hasSize(2);
        cast.mara().delete("/photos/" + second).is(204);
        cast.mara().get("/photos/" + second).is(404);
    }

    @Test
    void picturesAreServedInRangesAndCachedByContent() {
        String visit = cast.visit(cast.maraId(), 77);
        String id = cast.admin()
                .get("/visits/" + visit + "/photos")
                .json()
                .at("/items/0/id")
                .asString();
        Reply whole = cast.admin().get("/photos/" + id).is(200);
        assertThat(whole.header("Cache-Control")).contains("private").contains("immutable");
        assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
        Reply part = cast.admin().get("/photos/" + id, "Range", "bytes=2-5").is(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole.bytes(), 2, 6));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-5/" + whole.bytes().length);
        Reply end = cast.admin().get("/photos/" + id, "Range", "bytes=-3").is(206);
        assertThat(end.bytes()).hasSize(3);
        cast.admin().get("/photos/" + id, "Range", "bytes=99999999-").is(416);
        cast.admin().get("/photos/" + id, "If-None-Match", whole.header("ETag")).is(304);
        JsonNode about = cast.admin()
                .get("/photos/" + id, "Accept", "application/json")
                .is(200)
                .json();
        assertThat(about.get("expression").asString()).isEqualTo("rest");
    }

    @Test
    void invitationLetsUploadWhatWasAskedForAndIsSpentThen() {
        String visit = cast.admin()
                .post("/patients/" + cast.noraId() + "/visits", Map.of("expressions", List.of("rest", "frown")))
                .is(201)
                .id();
        JsonNode invitation = cast.assistant()
                .post("/patients/" + cast.noraId() + "/invitations", Map.of("visitId", visit))
                .is(201)
                .json();
        assertThat(invitation.get("url").asString())
                .contains("#" + invitation.get("token").asString());
        HttpCalls guest = node.calls().as(invitation.get("token").asString());
        String photos = "/invitations/" + invitation.get("id").asString() + "/photos/";
        guest.upload(photos + "smile", FakeLine.photo(1)).is(422);
        guest.upload(photos + "rest", FakeLine.photo(1)).is(201);
        guest.upload(photos + "rest", FakeLine.photo(2)).is(200);
        guest.get("/visits/" + cast.visit(cast.noraId(), 3) + "/photos").is(404);
        guest.get("/patients/" + cast.noraId()).is(403);
        guest.upload(photos + "frown", FakeLine.photo(4)).is(201);
        guest.upload(photos + "frown", FakeLine.photo(5)).is(410);
        node.calls()
                .as("not-a-token-at-all")
                .upload(photos + "rest", FakeLine.photo(6))
                .is(401);
    }

    @Test
    void multipartUploadsTheFieldPhoto() {
        String visit = cast.admin()
                .post("/patients/" + cast.maraId() + "/visits", Map.of())
                .is(201)
                .id();
        byte[] body = multipart("photo", FakeLine.photo(33));
        cast.admin()
                .send(
                        "PUT",
                        "/visits/" + visit + "/photos/rest",
                        BodyPublishers.ofByteArray(body),
                        "Content-Type",
                        "multipart/form-data; boundary=b")
                .is(201);
        cast.admin()
                .send(
                        "PUT",
                        "/visits/" + visit + "/photos/rest",
                        BodyPublishers.ofByteArray(multipart("other", FakeLine.photo(33))),
                        "Content-Type",
                        "multipart/form-data; boundary=b")
                .is(422);
    }

    private static byte[] multipart(String field, byte[] content) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"p.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + content.length + end.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        System.arraycopy(end, 0, all, start.length + content.length, end.length);
        return all;
    }

    @Test
    void whatIsNoPhotoIsTurnedAwayWithItsReason() {
        String visit = cast.admin()
                .post("/patients/" + cast.maraId() + "/visits", Map.of())
                .is(201)
                .id();
        String path = "/visits/" + visit + "/photos/rest";
        Reply text = cast.admin()
                .upload(path, "hello, I am text".getBytes(StandardCharsets.UTF_8))
                .is(415);
        assertThat(text.header("Content-Type")).startsWith("application/problem+json");
        assertThat(text.json().get("code").asString()).isEqualTo("not-a-photo");
        cast.admin().upload(path, new byte[0]).is(422);
        cast.admin()
                .upload("/visits/" + visit + "/photos/grimace", FakeLine.photo(1))
                .is(404);
        Reply large = cast.admin().upload(path, new byte[(60 << 20) + 1]);
        assertThat(large.status()).isEqualTo(413);
    }

    @Test
    void withdrawnConsentTakesSharesAwayAtOnce() {
        String patient = cast.noraId();
        String id = cast.comparison(patient).get("id").asString();
        cast.injector().post("/comparisons/" + id + "/share").is(201);
        cast.nora().get("/comparisons/" + id).is(200);
        cast.nora()
                .put("/patients/" + patient + "/consent", Map.of("purpose", "sharing", "granted", false))
                .is(200);
        cast.nora().get("/comparisons/" + id).is(404);
        assertThat(cast.nora().get("/patients/" + patient + "/gallery").json().get("items"))
                .isEmpty();
        cast.injector().post("/comparisons/" + id + "/share").is(409);
        cast.nora()
                .put("/patients/" + patient + "/consent", Map.of("purpose", "sharing", "granted", true))
                .is(200);
        cast.injector().post("/comparisons/" + id + "/share").is(201);
    }

    @Test
    void exportHoldsEverythingForTheClinicAndForThePatientWhatTheyMaySee() throws IOException {
        String patient = cast.admin()
                .post("/patients", Map.of("name", "=Export"))
                .is(201)
                .id();
        Cast.treated(cast.injector(), patient, LocalDate.of(2026, 3, 2), "chin");
        cast.comparison(patient);
        Cast.account(cast.admin(), patient, "export@clinic.example");
        HttpCalls self = node.calls().signIn("export@clinic.example", Cast.PASSWORD);
        TreeSet<String> clinic = names(
                cast.injector().get("/patients/" + patient + "/export").is(200).bytes());
        TreeSet<String> own =
                names(self.get("/patients/" + patient + "/export").is(200).bytes());
        assertThat(clinic)
                .contains("patient.json", "treatments.csv", "visits.csv", "photos.csv", "consents.csv", "audit.csv")
                .anyMatch(name -> name.startsWith("originals/"))
                .anyMatch(name -> name.endsWith("comparison.json"));
        assertThat(own)
                .contains("patient.json", "photos.csv", "audit.csv")
                .anyMatch(name -> name.startsWith("photos/"))
                .noneMatch(name -> name.startsWith("originals/") || name.contains("treatment"))
                .noneMatch(name -> name.endsWith("comparison.json"));
        cast.assistant().get("/patients/" + patient + "/export").is(403);
    }

    private static TreeSet<String> names(byte[] zip) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
