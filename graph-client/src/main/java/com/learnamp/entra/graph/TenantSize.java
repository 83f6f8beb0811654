package com.learnamp.entra.graph;

/** Graph's limits for one app in one tenant go by how many people the tenant has. */
enum TenantSize {
    SMALL(3_500),
    MEDIUM(5_000),
    LARGE(8_000);

    private final int units;

    TenantSize(int units) {
        this.units = units;
    }

    static TenantSize of(long people) {
        if (people < 50) {
            return SMALL;
        }
        return people <= 500 ? MEDIUM : LARGE;
    }

    /** Resource units for ten seconds. */
    int units() {
        return units;
    }
}
