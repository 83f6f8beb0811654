/**
 * Binding an Entra tenant to a company by proof: an administrator of the tenant signs in, and where
 * the tenant is another company's already, that company's Owner agrees.
 */
@NullMarked
package com.learnamp.entra.console.binding;

import org.jspecify.annotations.NullMarked;
