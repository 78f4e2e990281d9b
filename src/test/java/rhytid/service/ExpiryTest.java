package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What is given for a time ends with it. */
class ExpiryTest {

    private final HandClock clock = new HandClock();

    @Test
    void sessionsLinksAndInvitationsEndByThemselves() {
        try (TestNode node = TestNode.at(clock, TestDatabase.create())) {
            HttpCalls idle = node.admin();
            idle.get("/me").is(200);
            clock.on(Duration.ofMinutes(119));
            idle.get("/me").is(200);
            clock.on(Duration.ofMinutes(121));
            idle.get("/me").is(401);

            HttpCalls busy = node.admin();
            for (int hour = 0; hour < 11; hour++) {
                clock.on(Duration.ofHours(1));
                busy.get("/me").is(200);
            }
            clock.on(Duration.ofMinutes(61));
            busy.get("/me").is(401);

            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            JsonNode invitation = admin.post(
                            "/patients/" + patient + "/invitations", Map.of("expressions", List.of("rest")))
                    .is(201)
                    .json();
            String colleague = admin.post(
                            "/users",
                            Map.of("email", "ana@clinic.example", "role", "assistant", "password", Cast.PASSWORD))
                    .is(201)
                    .id();
            String link = admin.post("/users/" + colleague + "/password-link")
                    .is(201)
                    .json()
                    .get("token")
                    .asString();
            clock.on(Duration.ofHours(25));
            node.calls()
                    .post("/password", Map.of("token", link, "password", "Another-Word-Of-Hers-8"))
                    .is(410);
            String photo = "/invitations/" + invitation.get("id").asString() + "/photos/rest";
            HttpCalls guest = node.calls().as(invitation.get("token").asString());
            clock.on(Duration.ofDays(7));
            assertThat(guest.upload(photo, FakeLine.photo(1))
                            .is(410)
                            .json()
                            .get("detail")
                            .asString())
                    .contains("Ask the clinic for a new one");
        }
    }
}
