/** How much of an account was met within cadence. `total` is per cell max(known active, expected headcount). */
export interface Coverage {
  accountId: number;
  covered: number;
  total: number;
  /** Departments without any expected headcount: the denominator there is only our address book. */
  departmentsUnset: number;
}

/** One person's cadence clock. Days are civil. */
export interface PersonClock {
  stakeholderId: number;
  /** Null: nobody of us has met them effectively. */
  lastEffectiveOn: string | null;
  nextDueOn: string;
  cadenceDays: number;
}
