/** Snapshots and settings in, commands out. */
@NullMarked
package com.learnamp.entra.mapper;

import org.jspecify.annotations.NullMarked;
