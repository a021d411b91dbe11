package org.emotitune.conversation;
import java.util.List;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Wishes;
final class WishTexts {
    record Part(String text, Wishes without) {}
    static List<Part> parts(Wishes wishes, Language language) { return List.of(); }
}
