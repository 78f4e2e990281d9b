package rhytid.clinic;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rhytid.clinic.Photo.PhotoObjects;
import rhytid.clinic.PhotoIntake.Intake.NotTaken;
import rhytid.clinic.PhotoIntake.Intake.Taken;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.face.Expression;
import rhytid.fault.Busy;
import rhytid.fault.NotThere;
import rhytid.storage.Digest;
import rhytid.storage.Shelf;

/** The photos of visits. What was acknowledged is in the store and in the database. */
public final class Photos {

    /** Each takes the memory of a decoded photo. */
    private static final int TAKEN_AT_ONCE = 4;

    private final Transactions transactions;
    private final StoredObjects objects;
    private final PhotoIntake intake;
    private final PhotoChecks checks;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore places = new Semaphore(TAKEN_AT_ONCE);

    public Photos(Transactions transactions, StoredObjects objects, PhotoIntake intake, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.objects = objects;
        this.intake = intake;
        this.checks = new PhotoChecks(transactions, intake, PhotoChecks.PATIENCE);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of an upload.
     *
     * @param created false when another photo was shown before, or this very one
     */
    public record Put(Photo photo, boolean created) {}

    /**
     * Shows the photo for the visit's expression, and keeps the one shown before; once that is so, looks whether it can
     * be measured. The same bytes put again change nothing, so that a phone may repeat an upload whose answer it lost.
     *
     * @throws PhotoRefused where it is no photo
     * @throws Busy when too many are being taken in
     */
    public Put put(Visit visit, Expression expression, byte[] content, String by) {
        Optional<Photo> same = transactions.in(handle -> shown(handle, visit.id(), expression)
                .filter(photo -> PhotoRows.originalSha256(handle, photo)
                        .equals(Digest.of(content).hex())));
        if (same.isPresent()) {
            Photo known = same.get();
            boolean open = known.check().verdict() == PhotoCheck.Verdict.NOT_CHECKED;
            return new Put(open ? checks.checked(known, () -> asked(visit, expression), content) : known, false);
        }
        Put put = keep(visit, expression, content, by);
        return new Put(checks.checked(put.photo(), () -> asked(visit, expression), content), put.created());
    }

    /** Movement is seen against rest of the same visit. */
    private PhotoAsked asked(Visit visit, Expression expression) {
        if (expression == Expression.REST) {
            return PhotoAsked.of(expression);
        }
        Optional<Photo> rest = transactions
                .in(handle -> shown(handle, visit.id(), Expression.REST))
                .filter(photo -> photo.check().verdict() != PhotoCheck.Verdict.UNFIT);
        boolean treated = transactions.in(handle -> Treatments.maybeBefore(handle, visit));
        byte[] picture =
                rest.map(photo -> read(object(photo.objects().preview()))).orElse(null);
        return new PhotoAsked(expression, picture, treated);
    }

    private Put keep(Visit visit, Expression expression, byte[] content, String by) {
        Taken taken = take(content);
        List<String> kept = new ArrayList<>();
        try {
            PhotoObjects stored = store(taken, content, kept);
            Photo photo = photo(visit, expression, taken, stored, by);
            return transactions.in(handle -> show(handle, photo, expression));
        } catch (RuntimeException e) {
            objects.discard(kept);
            throw e;
        }
    }

    /**
     * What would be said of a photo that is not kept.
     *
     * @throws PhotoRefused where it is no photo
     */
    public PhotoCheck look(Visit visit, Expression expression, byte[] content) {
        take(content);
        return checks.look("that is not kept", () -> asked(visit, expression), content);
    }

    /**
     * Where the face lies in a photo; empty where none is found.
     *
     * @throws Busy when too many are being taken in
     */
    public Optional<FaceOutline> outline(Photo photo) {
        byte[] preview = read(object(photo.objects().preview()));
        return inPlace(() -> intake.outline(preview));
    }

    /** @throws NotThere */
    public Photo get(String id) {
        return transactions.in(handle -> PhotoRows.find(handle, id).orElseThrow(() -> new NotThere("photo")));
    }

    /** Those shown, or the earlier ones too. */
    public List<Photo> ofVisit(String visitId, boolean earlierToo) {
        return transactions.in(handle -> PhotoRows.ofVisit(handle, visitId, earlierToo));
    }

    /** Those shown of all the patient's visits, by visit; a visit without photos is missing. */
    public Map<String, List<Photo>> shownOf(String patientId) {
        return transactions.in(handle -> PhotoRows.shownOf(handle, patientId)).stream()
                .collect(Collectors.groupingBy(Photo::visitId));
    }

    public StoredObject object(String objectId) {
        return objects.get(objectId);
    }

    public byte[] read(StoredObject object) {
        return objects.read(object);
    }

    /** Takes the photo away with its original, and the pictures of comparisons that show it. */
    public void delete(String id) {
        transactions.run(handle -> {
            Photo photo = PhotoRows.find(handle, id).orElseThrow(() -> new NotThere("photo"));
            handle.execute("select id from visit where id = ? for update", photo.visitId()); // as uploads do, first
            List<String> pictures = handle.createQuery("""
                            delete from comparison_image i using comparison_photo p
                            where p.photo_id = :photo and p.comparison_id = i.comparison_id returning i.object""")
                    .bind("photo", id)
                    .mapTo(String.class)
                    .list();
            handle.execute("""
                    update comparison c set layers = null from comparison_photo p
                    where p.photo_id = ? and p.comparison_id = c.id""", id);
            handle.execute("delete from photo where id = ?", id);
            objects.doom(handle, pictures);
            objects.doom(handle, all(photo.objects()));
        });
        objects.sweep();
    }

    static List<String> all(PhotoObjects objects) {
        return List.of(objects.original(), objects.full(), objects.preview(), objects.thumbnail());
    }

    private Taken take(byte[] content) {
        return switch (inPlace(() -> intake.take(content))) {
            case Taken taken -> taken;
            case NotTaken refused -> throw new PhotoRefused(refused.code(), refused.message());
        };
    }

    private <T> T inPlace(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Busy("Many photos are being taken in. Try again in a moment.", Duration.ofSeconds(2));
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private PhotoObjects store(Taken taken, byte[] content, List<String> kept) {
        String original = keep(Shelf.ORIGINALS, "", content, "application/octet-stream", kept);
        String full = keep(Shelf.PICTURES, "-full.jpg", taken.full(), "image/jpeg", kept);
        String preview = keep(Shelf.PICTURES, "-preview.jpg", taken.preview(), "image/jpeg", kept);
        String thumbnail = keep(Shelf.PICTURES, "-thumbnail.jpg", taken.thumbnail(), "image/jpeg", kept);
        return new PhotoObjects(original, full, preview, thumbnail);
    }

    private String keep(Shelf shelf, String ending, byte[] content, String type, List<String> kept) {
        String id = objects.put(shelf, ending, content, type).id();
        kept.add(id);
        return id;
    }

    private Photo photo(Visit visit, Expression expression, Taken taken, PhotoObjects stored, String by) {
        return new Photo(
                ids.next(),
                visit.id(),
                visit.patientId(),
                expression.key(),
                stored,
                taken.width(),
                taken.height(),
                taken.format(),
                taken.capturedAt(),
                clock.instant(),
                by,
                null,
                PhotoCheck.NOT_CHECKED);
    }

    private Put show(Handle handle, Photo photo, Expression expression) {
        // First, as an erasure does: a visit that is written twice in a transaction has its patient looked up again.
        handle.execute("select id from patient where id = ? for key share", photo.patientId());
        Optional<String> visit = handle.createQuery("select id from visit where id = :id for update")
                .bind("id", photo.visitId())
                .mapTo(String.class)
                .findOne();
        if (visit.isEmpty()) { // locked otherwise: one upload to a visit at a time
            throw new NotThere("visit");
        }
        Optional<Photo> before = shown(handle, photo.visitId(), expression);
        before.ifPresent(earlier -> PhotoRows.markReplaced(handle, earlier.id(), photo.uploadedAt()));
        PhotoRows.insert(handle, photo);
        objects.settle(handle, all(photo.objects()));
        Invitations.closeIfComplete(handle, photo.visitId(), photo.uploadedAt());
        return new Put(photo, before.isEmpty());
    }

    private static Optional<Photo> shown(Handle handle, String visitId, Expression expression) {
        return PhotoRows.ofVisit(handle, visitId, false).stream()
                .filter(photo -> photo.expression().equals(expression.key()))
                .findFirst();
    }
}
