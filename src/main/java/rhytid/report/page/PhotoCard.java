package rhytid.report.page;

import java.time.LocalDateTime;
import java.util.List;
import rhytid.comparison.Assessment;
import rhytid.face.Face;

/**
 * What is known of one photo.
 *
 * @param thumbnail a {@code data:} address; empty where there is no picture
 * @param facts name and value, such as the day it was taken
 * @param problems what is wrong with it, or makes its numbers less certain
 */
public record PhotoCard(String title, String file, String thumbnail, List<Fact> facts, List<String> problems) {

    public record Fact(String name, String value) {}

    static PhotoCard of(String title, Assessment photo, List<String> problems, Words words) {
        Figures figures = new Figures(words);
        Face face = photo.face();
        List<Fact> facts = new java.util.ArrayList<>();
        LocalDateTime taken = photo.photo().info().capturedAt();
        if (taken != null) {
            facts.add(new Fact(words.say("photo.taken"), figures.date(taken)));
        }
        facts.add(new Fact(
                words.say("photo.size"),
                words.say(
                        "photo.size.value", photo.photo().width(), photo.photo().height())));
        facts.add(new Fact(
                words.say("photo.scale"),
                words.say(
                        "photo.scale.value",
                        figures.number(face.scale().pxPerMm(), "mm"),
                        words.has("scale." + face.scale().source())
                                ? words.say("scale." + face.scale().source())
                                : face.scale().source())));
        facts.add(new Fact(
                words.say("photo.pose"),
                words.say(
                        "photo.pose.value",
                        figures.change(face.pose().yaw(), "°"),
                        figures.change(face.pose().pitch(), "°"),
                        figures.change(face.pose().roll(), "°"))));
        return new PhotoCard(title, photo.photo().info().name(), "", facts, problems);
    }
}
