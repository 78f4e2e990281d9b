package rhytid.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Photo;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.Photos.Put;
import rhytid.clinic.StoredObject;
import rhytid.clinic.Visit;
import rhytid.fault.Conflict;

/** Photos: put, listed, shown, deleted. */
final class PhotoRoutes {

    private final Clinic clinic;

    PhotoRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record PhotoView(
            String id,
            String visitId,
            String patientId,
            String expression,
            int width,
            int height,
            String format,
            @Nullable LocalDateTime capturedAt,
            Instant uploadedAt,
            @Nullable Instant replacedAt,
            String url,
            String previewUrl,
            String thumbnailUrl,
            CheckView check) {}

    /** @param verdict {@code fit}, {@code unfit} or {@code not-checked} */
    record CheckView(String verdict, List<PhotoCheck.Objection> objections, List<PhotoCheck.Objection> warnings) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.put("/visits/{id}/photos/{expression}", "Put a photo; the earlier one is kept", this::put)
                        .is(Action.UPLOAD_PHOTO)
                        .takesPhoto()
                        .gives(PhotoView.class)
                        .answers(201),
                Endpoint.get("/visits/{id}/photos", "The visit's photos", this::list)
                        .is(Action.LIST_PHOTOS)
                        .asks("earlier", "true lists replaced photos too; for staff")
                        .givesPageOf(PhotoView.class),
                Endpoint.get(
                                "/photos/{id}",
                                "The photo; what is known about it with Accept: application/json",
                                this::read)
                        .is(Action.READ_PHOTO)
                        .givesBytes("image/jpeg")
                        .fails(416),
                Endpoint.get("/photos/{id}/preview", "The photo in a size for screens, 1600 px", this::preview)
                        .is(Action.READ_PHOTO)
                        .givesBytes("image/jpeg")
                        .fails(416),
                Endpoint.get("/photos/{id}/thumbnail", "The photo in small, 320 px", this::thumbnail)
                        .is(Action.READ_PHOTO)
                        .givesBytes("image/jpeg")
                        .fails(416),
                Endpoint.get("/photos/{id}/original", "The bytes as they were uploaded", this::original)
                        .is(Action.READ_ORIGINAL)
                        .givesBytes("application/octet-stream")
                        .fails(416),
                Endpoint.delete("/photos/{id}", "Delete the photo and pictures made from it", this::delete)
                        .is(Action.DELETE_PHOTO));
    }

    private Answer put(Exchange exchange) {
        Visit visit = VisitRoutes.visit(clinic, exchange, Action.UPLOAD_PHOTO);
        if (visit.closedAt() != null && !exchange.caller().isStaff()) {
            throw new Conflict("visit-closed", "The visit is closed.");
        }
        return put(clinic, exchange, visit);
    }

    static Answer put(Clinic clinic, Exchange exchange, Visit visit) {
        Put put = clinic.photos()
                .put(
                        visit,
                        exchange.expression(),
                        exchange.photo(),
                        exchange.caller().id());
        PhotoView view = view(put.photo());
        return put.created() ? Answer.created(view, view.url()) : Answer.ok(view);
    }

    private Answer list(Exchange exchange) {
        Visit visit = VisitRoutes.visit(clinic, exchange, Action.LIST_PHOTOS);
        boolean earlier = "true".equals(exchange.query("earlier"));
        if (earlier) {
            exchange.pass(Action.READ_EARLIER_PHOTO, VisitRoutes.target(visit));
        }
        List<Photo> photos = clinic.photos().ofVisit(visit.id(), earlier);
        String after = exchange.cursor();
        int limit = exchange.limit();
        List<Photo> rest = photos.stream()
                .filter(photo -> after == null || photo.id().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Answer.ok(Page.of(rest, limit, Photo::id, PhotoRoutes::view));
    }

    private Answer read(Exchange exchange) {
        Photo photo = photo(exchange, Action.READ_PHOTO);
        String accept = exchange.header("Accept");
        if (accept != null && accept.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return Answer.ok(view(photo));
        }
        return picture(photo.objects().full(), "image/jpeg");
    }

    private Answer preview(Exchange exchange) {
        return picture(photo(exchange, Action.READ_PHOTO).objects().preview(), "image/jpeg");
    }

    private Answer thumbnail(Exchange exchange) {
        return picture(photo(exchange, Action.READ_PHOTO).objects().thumbnail(), "image/jpeg");
    }

    private Answer original(Exchange exchange) {
        Photo photo = photo(exchange, Action.READ_ORIGINAL);
        return picture(photo.objects().original(), "image/" + photo.format());
    }

    private Answer delete(Exchange exchange) {
        clinic.photos().delete(photo(exchange, Action.DELETE_PHOTO).id());
        return Answer.done();
    }

    private Answer picture(String objectId, String type) {
        StoredObject object = clinic.photos().object(objectId);
        return new Answer.Picture(clinic.photos().read(object), type, object.digest());
    }

    /** A photo that was replaced is for staff. */
    private Photo photo(Exchange exchange, Action action) {
        Photo photo = clinic.photos().get(exchange.path("id"));
        Target target = Target.of("photo", photo.id(), photo.patientId()).inVisit(photo.visitId());
        exchange.pass(action, target);
        if (photo.replacedAt() != null) {
            exchange.pass(Action.READ_EARLIER_PHOTO, target);
        }
        return photo;
    }

    static PhotoView view(Photo photo) {
        String url = "/api/v1/photos/" + photo.id();
        return new PhotoView(
                photo.id(),
                photo.visitId(),
                photo.patientId(),
                photo.expression(),
                photo.width(),
                photo.height(),
                photo.format(),
                photo.capturedAt(),
                photo.uploadedAt(),
                photo.replacedAt(),
                url,
                url + "/preview",
                url + "/thumbnail",
                check(photo.check()));
    }

    private static CheckView check(PhotoCheck check) {
        return new CheckView(check.verdict().key(), check.objections(), check.warnings());
    }
}
