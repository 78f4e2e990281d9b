package rhytid.clinic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import rhytid.account.AuditEntry;
import rhytid.account.AuditFilter;
import rhytid.account.AuditLog;

/**
 * All that is held on a patient as a ZIP: JSON for programs, CSV for people, the photos and the comparisons' pictures.
 * For the clinic it is everything, with originals, treatments and reviews; for the patient it is what they may see. Who
 * looked at it is in both, for the patient without their names. Photos are read one at a time: its size is no matter.
 */
public final class Export {

    private static final int PAGE = 200;
    private static final Object[] AUDIT_FOR_PATIENT = {"at", "role", "action", "subject"};
    private static final Object[] AUDIT_FOR_CLINIC = {"at", "role", "action", "subject", "outcome", "actor", "requestId"
    };

    private final Patients patients;
    private final Treatments treatments;
    private final Visits visits;
    private final Photos photos;
    private final Comparisons comparisons;
    private final Consents consents;
    private final AuditLog audit;

    public Export(
            Patients patients,
            Treatments treatments,
            Visits visits,
            Photos photos,
            Comparisons comparisons,
            Consents consents,
            AuditLog audit) {
        this.patients = patients;
        this.treatments = treatments;
        this.visits = visits;
        this.photos = photos;
        this.comparisons = comparisons;
        this.consents = consents;
        this.audit = audit;
    }

    /** @param whole for the clinic; otherwise for the patient */
    public void write(String patientId, boolean whole, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        write(patientId, whole, zip);
        zip.finish(); // not when anything failed: a ZIP without its directory is seen to be broken
    }

    private void write(String patientId, boolean whole, ZipOutputStream zip) throws IOException {
        List<Visit> allVisits = all(before -> visits.page(patientId, before, PAGE), Visit::id);
        List<Photo> allPhotos = new ArrayList<>();
        allVisits.forEach(visit -> allPhotos.addAll(photos.ofVisit(visit.id(), whole)));
        List<Comparison> judged = whole
                ? all(before -> comparisons.page(patientId, before, PAGE), Comparison::id)
                : all(before -> comparisons.shared(patientId, before, PAGE), Comparison::id);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("patient", patients.get(patientId));
        document.put("consents", consents.history(patientId));
        document.put("visits", allVisits);
        document.put("photos", allPhotos.stream().map(Export::described).toList());
        if (whole) {
            List<Treatment> given = all(before -> treatments.page(patientId, before, PAGE), Treatment::id);
            document.put("treatments", given);
            text(zip, "treatments.csv", treatmentsCsv(given));
        }
        text(zip, "patient.json", json(document));
        text(zip, "visits.csv", visitsCsv(allVisits));
        text(zip, "photos.csv", photosCsv(allPhotos));
        text(zip, "consents.csv", consentsCsv(consents.history(patientId)));
        writeAudit(zip, patientId, whole);
        for (Photo photo : allPhotos) {
            write(zip, photo, whole);
        }
        for (Comparison comparison : judged) {
            write(zip, comparisons.get(comparison.id()), whole);
        }
    }

    private void write(ZipOutputStream zip, Photo photo, boolean whole) throws IOException {
        String name = photo.visitId() + "/" + photo.expression() + "-" + photo.id();
        bytes(
                zip,
                "photos/" + name + ".jpg",
                photos.read(photos.object(photo.objects().full())));
        if (whole) {
            bytes(
                    zip,
                    "originals/" + name + "." + photo.format(),
                    photos.read(photos.object(photo.objects().original())));
        }
    }

    private void write(ZipOutputStream zip, Comparison comparison, boolean whole) throws IOException {
        String folder = "comparisons/" + comparison.id() + "/";
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", comparison.id());
        about.put("baselineVisit", comparison.baselineVisit());
        about.put("followUpVisit", comparison.followUpVisit());
        about.put("status", comparison.status().key());
        about.put("createdAt", comparison.createdAt());
        about.put("sharedAt", comparison.sharedAt());
        if (whole) {
            about.put("failure", comparison.failure());
            about.put("review", comparison.review());
        }
        text(zip, folder + "about.json", json(about));
        if (comparison.result() != null) {
            text(zip, folder + "comparison.json", comparison.result().toPrettyString());
        }
        if (whole && comparison.firstResult() != null) {
            text(
                    zip,
                    folder + "comparison-before-correction.json",
                    comparison.firstResult().toPrettyString());
        }
        for (String image : comparison.images()) {
            bytes(zip, folder + image, comparisons.image(comparison.id(), image));
        }
    }

    /** A page at a time: it grows with every look. */
    private void writeAudit(ZipOutputStream zip, String patientId, boolean whole) throws IOException {
        zip.putNextEntry(new ZipEntry("audit.csv"));
        zip.write(csv(whole ? AUDIT_FOR_CLINIC : AUDIT_FOR_PATIENT));
        AuditFilter about = new AuditFilter(patientId, null, null, null, whole ? null : "allowed", null, null);
        for (List<AuditEntry> page = audit.page(null, about, PAGE); !page.isEmpty(); ) {
            for (AuditEntry e : page) {
                zip.write(
                        whole
                                ? csv(e.at(), e.role(), e.action(), e.subject(), e.outcome(), e.actor(), e.requestId())
                                : csv(e.at(), e.role(), e.action(), e.subject()));
            }
            page = audit.page(page.getLast().id(), about, PAGE);
        }
        zip.closeEntry();
    }

    private static byte[] csv(@Nullable Object... row) {
        Csv csv = new Csv();
        csv.row(row);
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> described(Photo photo) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", photo.id());
        about.put("visitId", photo.visitId());
        about.put("expression", photo.expression());
        about.put("width", photo.width());
        about.put("height", photo.height());
        about.put("capturedAt", photo.capturedAt());
        about.put("uploadedAt", photo.uploadedAt());
        about.put("uploadedBy", photo.uploadedBy());
        about.put("replacedAt", photo.replacedAt());
        about.put("check", photo.check());
        return about;
    }

    private static String visitsCsv(List<Visit> visits) {
        Csv csv = new Csv("id", "date", "expressions", "note", "closedAt", "createdAt");
        visits.forEach(v ->
                csv.row(v.id(), v.date(), String.join(" ", v.expressions()), v.note(), v.closedAt(), v.createdAt()));
        return csv.toString();
    }

    private static String photosCsv(List<Photo> photos) {
        Csv csv = new Csv("id", "visitId", "expression", "width", "height", "capturedAt", "uploadedAt", "replacedAt");
        photos.forEach(p -> csv.row(
                p.id(),
                p.visitId(),
                p.expression(),
                p.width(),
                p.height(),
                p.capturedAt(),
                p.uploadedAt(),
                p.replacedAt()));
        return csv.toString();
    }

    private static String treatmentsCsv(List<Treatment> treatments) {
        Csv csv = new Csv("id", "date", "product", "areas", "units", "unitsByArea", "note");
        treatments.forEach(t -> csv.row(
                t.id(), t.date(), t.product(), String.join(" ", t.areas()), t.units(), t.unitsByArea(), t.note()));
        return csv.toString();
    }

    private static String consentsCsv(List<Consent> consents) {
        Csv csv = new Csv("purpose", "granted", "at", "recordedBy");
        consents.forEach(c -> csv.row(c.purpose(), c.granted(), c.at(), c.recordedBy()));
        return csv.toString();
    }

    private static String json(Object value) {
        return Columns.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        bytes(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private interface Page<T> {
        List<T> before(@Nullable String id);
    }

    private interface Id<T> {
        String of(T item);
    }

    private static <T> List<T> all(Page<T> page, Id<T> id) {
        List<T> items = new ArrayList<>();
        List<T> next = page.before(null);
        while (!next.isEmpty()) {
            items.addAll(next);
            next = page.before(id.of(next.getLast()));
        }
        return items;
    }
}
