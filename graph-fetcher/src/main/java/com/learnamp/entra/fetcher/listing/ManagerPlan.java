package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.fetcher.lookup.ReadUsers;

/**
 * The cheaper way to people with their managers, in requests. The size of the tenant decides, and
 * asking for it is a request as well: so its pages are begun, and it is asked for once they have
 * cost a twentieth of what look-ups would cost, which most tenants never do.
 */
enum ManagerPlan {
    /** The tenant's users, page by page, those in scope picked out. */
    TENANT_USERS,
    /** The people in scope, ten by ten. */
    LOOK_UPS;

    private static final long PAGE = 999;
    private static final long WORTH_ASKING = 20;

    /** Before anything is known of the tenant's size. */
    static ManagerPlan begin(long people) {
        return byLookUps(people) <= 1 ? LOOK_UPS : TENANT_USERS;
    }

    /** Whether after so many pages it is time to ask how many there are. */
    static boolean isWorthAsking(long people, long pagesRead) {
        return pagesRead == Math.max(1, byLookUps(people) / WORTH_ASKING);
    }

    /**
     * How to go on.
     *
     * @param open people in scope whom no page has brought yet
     */
    static ManagerPlan goOn(long open, long tenantUsers, long pagesRead) {
        long pagesLeft = Math.max(1, Math.ceilDiv(tenantUsers, PAGE) - pagesRead);
        return byLookUps(open) < pagesLeft ? LOOK_UPS : TENANT_USERS;
    }

    private static long byLookUps(long people) {
        return Math.ceilDiv(people, (long) ReadUsers.AT_ONCE);
    }
}
