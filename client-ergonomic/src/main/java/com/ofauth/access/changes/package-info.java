/** What becomes of a list over time: its news, and how far a program has come with it. */
@NullMarked
package com.ofauth.access.changes;

import org.jspecify.annotations.NullMarked;
