@NullMarked
package com.learnamp.entra.console.companies;

import org.jspecify.annotations.NullMarked;
