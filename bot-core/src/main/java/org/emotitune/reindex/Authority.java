package org.emotitune.reindex;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may do an admin's work: the second check, behind the adapters' own. The terminal may always; everybody else needs
 * the adapter's word, and one of their ids on the platform's list where there is a list. Thread-safe.
 */
public final class Authority {
    private static final Logger LOG = LoggerFactory.getLogger(Authority.class);
    /** Strangers can be many; the oldest ones are logged again. */
    private static final int REMEMBERED = 1_000;

    private final Map<String, Set<String>> lists;
    private final Set<String> needingAList;
    private final Cache<Caller, Boolean> refused =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * @param lists platform to ids of people and places; a platform with an empty list has no admins
     * @param platformsThatNeedAList whose adapters cannot tell admins: without a list nobody is one there
     */
    public Authority(Map<String, Set<String>> lists, Set<String> platformsThatNeedAList) {
        this.lists = new TreeMap<>();
        lists.forEach((platform, ids) -> this.lists.put(platform, Set.copyOf(ids)));
        this.needingAList = Set.copyOf(platformsThatNeedAList);
    }

    /** @throws NotAllowedException if the caller is no admin */
    void check(Caller caller) {
        if (!allows(caller)) {
            if (refused.asMap().putIfAbsent(caller, true) == null) {
                LOG.warn("Refused an admin's command to {} {}", caller.platform(), caller.ids());
            }
            throw new NotAllowedException(caller);
        }
    }

    private boolean allows(Caller caller) {
        if (caller.platform().equals(Caller.TERMINAL)) {
            return true;
        }
        Set<String> list = lists.get(caller.platform());
        boolean listed = list == null
                ? !needingAList.contains(caller.platform())
                : caller.ids().stream().anyMatch(list::contains);
        return caller.vouched() && listed;
    }
}
