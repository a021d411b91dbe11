package org.emotitune.conversation;
import java.util.Optional;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
final class WishReader {
    record Wished(Wishes wishes, String rest) {}
    interface Artists { Optional<Artist> find(String name); }
    static WishReader load() { return new WishReader(); }
    Wished read(String message, Artists artists) { return new Wished(Wishes.NONE, message); }
}
