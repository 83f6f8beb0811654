/** The cron publisher: each company's full sync, a day after its last one. */
@NullMarked
package com.learnamp.entra.console.schedule;

import org.jspecify.annotations.NullMarked;
