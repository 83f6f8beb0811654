/** What must be said on Kafka, in the transaction that made it true, and how it leaves. */
@NullMarked
package com.learnamp.entra.console.outbox;

import org.jspecify.annotations.NullMarked;
