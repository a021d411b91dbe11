package org.emotitune.conversation;

import java.util.List;
import java.util.stream.LongStream;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;

/** Wishes as bits; a part of {@link TapFormat}. */
final class WishesFormat {
    private WishesFormat() {}

    static void write(Wishes wishes, BitWriter out) {
        String language = wishes.language();
        out.writeBit(language != null);
        if (language != null) {
            language.chars().forEach(letter -> out.write(letter - 'a', 5));
        }
        Era era = wishes.era();
        out.writeBit(era != null);
        if (era != null) {
            out.write(era.from() - Era.FIRST, 8);
            out.write(era.to() - Era.FIRST, 8);
        }
        Integer count = wishes.count();
        out.write(count == null ? 0 : count, 4);
        out.writeBit(wishes.nothingSad());
        out.write(wishes.without().size(), 2);
        wishes.without().forEach(artist -> out.writeId(artist.id()));
    }

    /** Artists have their ids for names. */
    static Wishes read(BitReader in) {
        String language = in.readBit() ? "" + readLetter(in) + readLetter(in) : null;
        Era era = in.readBit() ? new Era(readYear(in), readYear(in)) : null;
        int count = (int) in.read(4);
        boolean nothingSad = in.readBit();
        List<Artist> without = LongStream.range(0, in.read(2))
                .map(i -> in.readId())
                .mapToObj(id -> new Artist(id, String.valueOf(id)))
                .toList();
        return new Wishes(language, era, count == 0 ? null : count, nothingSad, without);
    }

    private static char readLetter(BitReader in) {
        return (char) ('a' + in.read(5));
    }

    private static int readYear(BitReader in) {
        return Era.FIRST + (int) in.read(8);
    }
}
