import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { Allow, Graded, type PersonActor } from '../../platform/access/index.js';
import { BROWSERS, SYSTEMS, type BrowserName, type DeviceView, type SystemName } from '../../platform/auth/index.js';
import {
  fromGlobalId,
  InstantType,
  make,
  NotFound,
  toCommonPayload,
  toGlobalId,
  type GraphqlContext,
} from '../../platform/graphql/index.js';
import { Devices } from '../devices.js';
import { ViewerApi } from './viewer.api.js';

const BrowserEnum = Object.fromEntries(BROWSERS.map((name) => [name, name])) as Record<BrowserName, BrowserName>;
registerEnumType(BrowserEnum, { name: 'Browser', description: 'A browser that people know by name.' });
const SystemEnum = Object.fromEntries(SYSTEMS.map((name) => [name, name])) as Record<SystemName, SystemName>;
registerEnumType(SystemEnum, { name: 'OperatingSystem', description: 'A system that people know by name.' });

@Graded('account', 'G2')
@ObjectType('Device', { description: 'Somewhere the viewer is signed in. Only its owner reads it.' })
class DeviceType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => BrowserEnum, { nullable: true, description: 'Null where it could not be told.' })
  browser: BrowserName | null;
  @Field(() => SystemEnum, { nullable: true, description: 'Null where it could not be told.' })
  system: SystemName | null;
  @Field(() => String, { nullable: true, description: 'The network of the sign-in, coarse: `203.0.113.*`.' })
  network: string | null;
  @Field(() => InstantType, { description: 'When it was signed in.' }) signedInAt: string;
  @Field(() => InstantType, { description: 'When it was last used, to the hour.' }) lastUsedAt: string;
  @Field({ description: 'True for the device that asks.' }) current: boolean;
}

@Graded('account', 'G2')
@ObjectType('DeviceList', {
  description: 'Every device on which the viewer is signed in: this one, then the one used last.',
})
class DeviceListType {
  @Field(() => [DeviceType], { description: 'The devices.' }) devices: DeviceType[];
}

@InputType()
class EndDeviceInput {
  @Field(() => ID, { description: 'Which device.' }) deviceId: string;
}

const EndDeviceResult = createUnionType({
  name: 'EndDeviceResult',
  types: () => [DeviceListType, NotFound] as const,
});

@Resolver()
export class DevicesResolver {
  constructor(
    private readonly devices: Devices,
    private readonly viewer: ViewerApi,
  ) {}

  @Query(() => DeviceListType, { description: 'Where the viewer is signed in.' })
  @Allow('account.own')
  async myDevices(@Context('actor') actor: PersonActor): Promise<DeviceListType> {
    return toList(await this.devices.list(actor), actor);
  }

  @Mutation(() => EndDeviceResult, { description: 'Signs out one of the own devices; its next request fails.' })
  @Allow('account.own')
  async endDevice(
    @Args('input') input: EndDeviceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndDeviceResult> {
    const outcome = await this.devices.endOne(actor, fromGlobalId('Session', input.deviceId) ?? '');
    return outcome.ok ? this.myDevices(actor) : toCommonPayload(outcome.error);
  }

  @Mutation(() => DeviceListType, { description: 'Signs out every own device but this one; their next requests fail.' })
  @Allow('account.own')
  async endOtherDevices(@Context('actor') actor: PersonActor): Promise<DeviceListType> {
    await this.devices.endOthers(actor);
    return this.myDevices(actor);
  }

  @Mutation(() => Boolean, { description: 'Signs out every own device, this one too.' })
  @Allow('account.own')
  async signOutEverywhere(@Context() context: GraphqlContext, @Context('actor') actor: PersonActor): Promise<boolean> {
    await this.devices.endAll(actor);
    return this.viewer.forget(context);
  }
}

const toList = (devices: readonly DeviceView[], { sessionId }: PersonActor): DeviceListType =>
  make(DeviceListType, {
    devices: thisOneFirst(devices, sessionId).map((device) =>
      make(DeviceType, {
        id: toGlobalId('Session', device.id),
        browser: device.browser ?? null,
        system: device.system ?? null,
        network: device.network ?? null,
        signedInAt: device.signedInAt,
        lastUsedAt: device.lastUsedAt,
        current: device.id === sessionId,
      }),
    ),
  });

const thisOneFirst = (devices: readonly DeviceView[], id: string): readonly DeviceView[] => [
  ...devices.filter((device) => device.id === id),
  ...devices.filter((device) => device.id !== id),
];
