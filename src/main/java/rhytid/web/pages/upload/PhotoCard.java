package rhytid.web.pages.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Photo;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.clinic.Visit;

/**
 * One expression of a visit, with its photo.
 *
 * @param photo the one shown; null while there is none
 * @param check what is said of it, or of one that was only looked at; null without any
 * @param picture true when the reader may see the photo: whoever came by a link sends photos and sees none
 * @param open true while photos are taken
 * @param looked true for a photo that was looked at and is not kept yet
 */
public record PhotoCard(
        Visit visit,
        String expression,
        @Nullable Photo photo,
        @Nullable PhotoCheck check,
        boolean picture,
        boolean open,
        boolean looked) {

    static PhotoCard of(Visit visit, String expression, List<Photo> photos, boolean picture, boolean open) {
        Photo photo = photos.stream()
                .filter(shown -> shown.expression().equals(expression))
                .findFirst()
                .orElse(null);
        return new PhotoCard(visit, expression, photo, photo == null ? null : photo.check(), picture, open, false);
    }

    /** A word for the style and the script: how it stands. */
    public String state() {
        if (check == null) {
            return "missing";
        }
        return check.verdict() == Verdict.FIT && !check.warnings().isEmpty()
                ? "doubtful"
                : check.verdict().key();
    }

    /** Objections, or else warnings. */
    public List<PhotoCheck.Objection> remarks() {
        if (check == null) {
            return List.of();
        }
        return check.objections().isEmpty() ? check.warnings() : check.objections();
    }

    public String id() {
        return "card-" + expression;
    }
}
