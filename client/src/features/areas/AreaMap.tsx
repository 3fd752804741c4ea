import { Trans, useLingui } from '@lingui/react/macro';
import type { ServiceAreasQuery } from '../../gql/graphql.js';
import { namePlaces, pointsOf, scaleBar } from './map-view.js';
import styles from './areas.module.css';

export type Area = ServiceAreasQuery['serviceAreas']['areas'][number];

const [WIDTH, HEIGHT, MARGIN] = [640, 400, 60];

/** The agency's own plane, drawn small; the table below says the same in words. */
export function AreaMap({ areas, name }: { readonly areas: readonly Area[]; readonly name: (area: Area) => string }) {
  const { t } = useLingui();
  const points = pointsOf(areas, WIDTH, HEIGHT, MARGIN);
  const names = namePlaces(points, areas.map(name));
  const bar = scaleBar(areas, WIDTH, HEIGHT, MARGIN);
  return (
    <figure className={styles['map']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t`服务区域的位置，上面是北`}>
        {areas.map((area, index) => {
          const { left, top } = points[index] ?? { left: 0, top: 0 };
          const at = names[index] ?? { left, top };
          return (
            <g key={area.id} data-closed={area.closedOn != null}>
              <circle cx={left} cy={top} r={5 + Math.min(12, Math.sqrt(area.people))} />
              <text x={at.left} y={at.top} textAnchor="middle">
                {name(area)}
              </text>
            </g>
          );
        })}
        {bar ? (
          <g className={styles['bar']}>
            <line x1={20} x2={20 + bar.length} y1={HEIGHT - 20} y2={HEIGHT - 20} />
          </g>
        ) : null}
      </svg>
      <figcaption className={styles['quiet']}>
        {bar ? <Trans>左下的横线是 {bar.metres} 米；圆越大，住在那里的人越多。</Trans> : <Trans>上面是北。</Trans>}
      </figcaption>
    </figure>
  );
}
