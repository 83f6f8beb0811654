/** Microsoft Graph as this service reaches it. */
@NullMarked
package com.learnamp.entra.photo.graph;

import org.jspecify.annotations.NullMarked;
