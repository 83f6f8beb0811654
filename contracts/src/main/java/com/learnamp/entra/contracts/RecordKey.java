package com.learnamp.entra.contracts;

import java.util.Objects;

/**
 * The key of a record on a topic. The partition follows from the scope alone (the company, or for
 * notifications the tenant), so that each company has one order from end to end in each lane.
 *
 * @param scope what chooses the partition
 * @param text the whole key as it is written
 */
public record RecordKey(String scope, String text) {

    private static final String RUN = "run";

    public RecordKey {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(text, "text");
    }

    /** {@code companyId:entraObjectId}: every message about a user. */
    public static RecordKey of(CompanyId company, EntraObjectId object) {
        return scoped(company.toString(), object.toString());
    }

    /**
     * {@code companyId:run}: what is said of a whole run, in the order of the company's messages.
     */
    public static RecordKey ofRun(CompanyId company) {
        return scoped(company.toString(), RUN);
    }

    /**
     * {@code companyId:userId}, with Learn Amp's own id: user events, also of people whom Entra
     * never had. It stays the same when somebody is linked to an Entra object.
     */
    public static RecordKey ofUser(CompanyId company, long user) {
        return scoped(company.toString(), Long.toString(user));
    }

    /** {@code companyId}: what is said of the company. */
    public static RecordKey of(CompanyId company) {
        return new RecordKey(company.toString(), company.toString());
    }

    /** {@code tenantId:objectId}: notifications, which know only the tenant. */
    public static RecordKey of(EntraTenantId tenant, EntraObjectId object) {
        return scoped(tenant.toString(), object.toString());
    }

    /** {@code tenantId}: what is said of the tenant. */
    public static RecordKey of(EntraTenantId tenant) {
        return new RecordKey(tenant.toString(), tenant.toString());
    }

    /**
     * The one partitioner: FNV-1a over the scope's characters. It must never change, or a company's
     * order breaks.
     *
     * @param partitions how many the topic has
     */
    public int partition(int partitions) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < scope.length(); index++) {
            hash = (hash ^ scope.charAt(index)) * 0x100000001b3L;
        }
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 32), partitions);
    }

    private static RecordKey scoped(String scope, String name) {
        return new RecordKey(scope, scope + ":" + name);
    }

    @Override
    public String toString() {
        return text;
    }
}
