package rhytid.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.account.Token;
import rhytid.database.Transactions;
import tools.jackson.core.type.TypeReference;

/**
 * Requests with an Idempotency-Key. The key is written in the same transaction as what the request makes, and a second
 * request with the key waits for the first one's end: however often it is sent, one thing is made.
 */
final class AnsweredRequests {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 255;

    private final Transactions transactions;
    private final Clock clock;

    AnsweredRequests(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    interface Work {
        Answer.Document run();
    }

    Answer.Document once(Exchange exchange, String route, String key, byte[] body, Work work) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(400, "idempotency-key", "Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        String caller = exchange.caller().id();
        String request = Token.hash(route + "\n" + Token.hash(new String(body, StandardCharsets.ISO_8859_1)));
        return transactions.in(handle -> {
            if (!claim(handle, caller, key, request)) {
                return earlier(handle, caller, key, request);
            }
            Answer.Document answer = work.run();
            remember(handle, caller, key, answer, exchange.patientId());
            return answer;
        });
    }

    void forgetOld() {
        transactions.run(handle -> handle.createUpdate("delete from answered_request where created_at < :old")
                .bind("old", clock.instant().minus(KEPT))
                .execute());
    }

    /** False when there is one with this key; waits while the first one is being worked on. */
    private boolean claim(Handle handle, String caller, String key, String request) {
        return handle.createUpdate("""
                        insert into answered_request (caller, key, request_hash, status, headers, body, created_at)
                        values (:caller, :key, :request, 0, '{}', '', :now) on conflict do nothing""")
                        .bind("caller", caller)
                        .bind("key", key)
                        .bind("request", request)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private static void remember(
            Handle handle, String caller, String key, Answer.Document answer, @Nullable String patientId) {
        handle.createUpdate("""
                        update answered_request set status = :status, headers = cast(:headers as json), body = :body,
                            patient_id = :patient
                        where caller = :caller and key = :key""")
                .bind("status", answer.status())
                .bind("headers", Json.text(answer.headers()))
                .bind("body", answer.json() == null ? "" : answer.json())
                .bind("patient", patientId)
                .bind("caller", caller)
                .bind("key", key)
                .execute();
    }

    private static Answer.Document earlier(Handle handle, String caller, String key, String request) {
        Optional<Answer.Document> answer = handle.createQuery("""
                        select * from answered_request
                        where caller = :caller and key = :key and request_hash = :request""")
                .bind("caller", caller)
                .bind("key", key)
                .bind("request", request)
                .map((row, context) -> new Answer.Document(
                        row.getInt("status"),
                        row.getString("body").isEmpty() ? null : row.getString("body"),
                        headers(row.getString("headers"))))
                .findOne();
        return answer.orElseThrow(
                () -> new Problem(422, "idempotency-key-reused", "This Idempotency-Key was used for another request."));
    }

    private static Map<String, String> headers(String json) {
        return Json.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
