/** A tenant: its directory with its subscriptions, its consent, its faults and its budget. */
@NullMarked
package com.learnamp.entra.simulator.tenants;

import org.jspecify.annotations.NullMarked;
