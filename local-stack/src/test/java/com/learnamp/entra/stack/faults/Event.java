package com.learnamp.entra.stack.faults;

import java.util.Map;

/** Something that happens to a tenant. */
sealed interface Event {

    /**
     * From now on these faults: a combination by the seed, and what is named besides.
     *
     * @param group whether the root group is among what is named: it can't be read, or is gone
     */
    record Weather(long seed, Map<String, Object> besides, GroupTrouble group) implements Event {
        public Weather {
            besides = Map.copyOf(besides);
        }
    }

    /** What is wrong with the group itself. */
    enum GroupTrouble {
        NONE,
        FORBIDDEN,
        VANISHED
    }

    /** Everyday changes in the directory. */
    record Churn(int changes, long seed) implements Event {}

    /** Single events. */
    enum Deed implements Event {
        CONSENT_REVOKED,
        CONSENT_WITHOUT_GROUPS,
        CONSENT_FORGOTTEN,
        CONSENT_GIVEN,
        TOKENS_REVOKED,
        LINKS_EXPIRED,
        SUBSCRIPTIONS_LOST,
        REAUTHORIZATION_WANTED,
        SYNC_PRESSED,
        FETCHER_KILLED,
        FETCHER_RESTARTED
    }
}
