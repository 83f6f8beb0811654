/** HTTP from Microsoft Graph in, Kafka out. The only thing exposed to the internet. */
@NullMarked
package com.learnamp.entra.receiver;

import org.jspecify.annotations.NullMarked;
