package com.learnamp.entra.fetcher.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Version;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final EntraTenantId TENANT = new EntraTenantId(new UUID(1, 1));

    @Test
    void eachVersionIsNewerThanTheLast() {
        Lease lease = lease(Duration.ofSeconds(5));
        Version first = lease.nextVersion();

        assertThat(lease.nextVersion().isNewerThan(first)).isTrue();
        assertThat(new Lease(TENANT, 8, 0).nextVersion().isNewerThan(first)).isTrue();
    }

    @Test
    void pastItsDeadlineItIsLostForGood() {
        Lease lease = lease(Duration.ofSeconds(-1));

        assertThat(lease.isHeld()).isFalse();
        assertThatThrownBy(lease::check).isInstanceOf(LeaseLost.class);

        lease.renew(System.nanoTime() + Duration.ofSeconds(5).toNanos());
        assertThat(lease.isHeld()).isFalse();
    }

    private static Lease lease(Duration held) {
        return new Lease(TENANT, 7, System.nanoTime() + held.toNanos());
    }
}
