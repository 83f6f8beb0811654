package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.fetcher.lookup.ReadUsers;

/** The cheaper way to people with their managers, in requests. */
enum ManagerPlan {
    /** The tenant's users, page by page, those in scope picked out. */
    TENANT_USERS,
    /** The people in scope, ten by ten. */
    LOOK_UPS;

    private static final long PAGE = 999;

    static ManagerPlan choose(long people, long tenantUsers) {
        long pages = Math.ceilDiv(Math.max(tenantUsers, people), PAGE);
        return byLookUps(people) <= pages ? LOOK_UPS : TENANT_USERS;
    }

    /** So few that nothing can be cheaper, whatever the size of the tenant. */
    static boolean fewEnough(long people) {
        return byLookUps(people) <= 1;
    }

    private static long byLookUps(long people) {
        return Math.ceilDiv(people, (long) ReadUsers.AT_ONCE);
    }
}
