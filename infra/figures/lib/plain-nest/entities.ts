import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('volunteer')
export class PlainVolunteer {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id: string;
  @Column({ type: 'varchar', length: 36 }) agencyId: string;
  @Column({ type: 'varchar', length: 36 }) personId: string;
  @Column({ type: 'simple-json' }) languages: string[];
  @Column({ type: 'simple-json' }) skills: string[];
  @Column({ type: 'simple-json' }) freeTimes: { weekday: number; startMinute: number; endMinute: number }[];
  @Column({ type: 'varchar', length: 20, nullable: true }) areaCode: string | null;
  @Column({ type: 'int' }) places: number;
  @Column({ type: 'varchar', length: 36, nullable: true }) supervisorId: string | null;
  @Column({ type: 'varchar', length: 10, nullable: true }) stoppedSince: string | null;
  @Column({ type: 'varchar', length: 36, nullable: true }) batchId: string | null;
  @Column({ type: 'varchar', length: 24 }) createdAt: string;
}

/** The names in the open, which the platform itself never stores: the comparison pays for no decryption. */
@Entity('figure_person')
export class PlainPerson {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id: string;
  @Column({ type: 'varchar', length: 80 }) name: string;
}
