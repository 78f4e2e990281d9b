package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rhytid.clinic.Photo.PhotoObjects;
import rhytid.clinic.PhotoCheck.Objection;
import rhytid.clinic.PhotoCheck.Verdict;
import tools.jackson.core.type.TypeReference;

/** The table of photos. */
final class PhotoRows {

    private PhotoRows() {}

    static void insert(Handle handle, Photo photo) {
        handle.createUpdate("""
                        insert into photo (id, visit_id, patient_id, expression, original, "full", preview, thumbnail,
                            width, height, format, captured_at, uploaded_at, uploaded_by)
                        values (:id, :visit, :patient, :expression, :original, :full, :preview, :thumbnail,
                            :width, :height, :format, :capturedAt, :uploadedAt, :uploadedBy)""")
                .bind("id", photo.id())
                .bind("visit", photo.visitId())
                .bind("patient", photo.patientId())
                .bind("expression", photo.expression())
                .bindMethods(photo.objects())
                .bind("width", photo.width())
                .bind("height", photo.height())
                .bind("format", photo.format())
                .bind("capturedAt", photo.capturedAt())
                .bind("uploadedAt", photo.uploadedAt())
                .bind("uploadedBy", photo.uploadedBy())
                .execute();
    }

    static Optional<Photo> find(Handle handle, String id) {
        return handle.createQuery("select * from photo where id = :id")
                .bind("id", id)
                .map((row, context) -> photo(row))
                .findOne();
    }

    static List<Photo> ofVisit(Handle handle, String visitId, boolean earlierToo) {
        return handle.createQuery("""
                        select * from photo where visit_id = :visit and (:all or replaced_at is null) order by id""")
                .bind("visit", visitId)
                .bind("all", earlierToo)
                .map((row, context) -> photo(row))
                .list();
    }

    /** Those that a comparison was made of. */
    static List<Photo> ofComparison(Handle handle, String comparisonId) {
        return handle.createQuery("""
                        select p.* from photo p join comparison_photo c on c.photo_id = p.id
                        where c.comparison_id = :comparison order by p.id""")
                .bind("comparison", comparisonId)
                .map((row, context) -> photo(row))
                .list();
    }

    /** Those shown, in the order of their ids. */
    static List<Photo> shownOf(Handle handle, String patientId) {
        return handle.createQuery("select * from photo where patient_id = :patient and replaced_at is null order by id")
                .bind("patient", patientId)
                .map((row, context) -> photo(row))
                .list();
    }

    static List<Photo> ofPatient(Handle handle, String patientId) {
        return handle.createQuery("select * from photo where patient_id = :patient order by id")
                .bind("patient", patientId)
                .map((row, context) -> photo(row))
                .list();
    }

    static void markReplaced(Handle handle, String id, Instant at) {
        handle.createUpdate("update photo set replaced_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    static void keepCheck(Handle handle, String id, PhotoCheck check) {
        handle.createUpdate("update photo set verdict = :verdict, objections = cast(:objections as json),"
                        + " warnings = cast(:warnings as json) where id = :id")
                .bind("verdict", check.verdict().key())
                .bind("objections", Columns.JSON.writeValueAsString(check.objections()))
                .bind("warnings", Columns.JSON.writeValueAsString(check.warnings()))
                .bind("id", id)
                .execute();
    }

    private static PhotoCheck check(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? PhotoCheck.NOT_CHECKED
                : new PhotoCheck(Verdict.of(verdict), objections(row, "objections"), objections(row, "warnings"));
    }

    private static List<Objection> objections(ResultSet row, String column) throws SQLException {
        return Columns.JSON.readValue(row.getString(column), new TypeReference<List<Objection>>() {});
    }

    /** The digest of the bytes that were uploaded as this photo. */
    static String originalSha256(Handle handle, Photo photo) {
        return handle.createQuery("select sha256 from stored_object where id = :id")
                .bind("id", photo.objects().original())
                .mapTo(String.class)
                .one();
    }

    private static Photo photo(ResultSet row) throws SQLException {
        PhotoObjects objects = new PhotoObjects(
                row.getString("original"), row.getString("full"), row.getString("preview"), row.getString("thumbnail"));
        return new Photo(
                row.getString("id"),
                row.getString("visit_id"),
                row.getString("patient_id"),
                row.getString("expression"),
                objects,
                row.getInt("width"),
                row.getInt("height"),
                row.getString("format"),
                Columns.localTimeOrNull(row, "captured_at"),
                Columns.instant(row, "uploaded_at"),
                row.getString("uploaded_by"),
                Columns.instantOrNull(row, "replaced_at"),
                check(row));
    }
}
