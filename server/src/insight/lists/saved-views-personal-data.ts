// What lists keep of a person: views that are theirs. They go with whoever made them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '../../platform/keys/index.js';
import { SavedViews } from './saved-views.js';

@Injectable()
export class SavedViewsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly views: SavedViews,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'lists',
      erase: ({ agencyId, personId }) => this.views.removeAllOf(agencyId, personId),
    });
  }
}
