/**
 * The lint of {@code ofauth-access.yaml}. It holds the document to the rules that the templates of
 * the generated client and the tools around it need, and says for each breach the line, the reason
 * and the way out.
 *
 * <p>Start at {@link com.ofauth.access.build.lint.SpecLint}, which lists the rules.
 */
@NullMarked
package com.ofauth.access.build.lint;

import org.jspecify.annotations.NullMarked;
